using Intercom.Json;

namespace Intercom.Testing.Tests;

/// <summary>A type as the generator emits it, reduced to one property.</summary>
internal sealed class Greeting : IJson<Greeting>
{
    private static readonly JsonNames Names = new("text"u8);

    public string? Text { get; init; }

    static Greeting IJson<Greeting>.Read(ref JsonInput json)
    {
        string? text = null;
        var properties = JsonInput.Object(Names);
        while (properties.Next(ref json))
            text = json.Text();
        return new Greeting { Text = text };
    }

    void IJson<Greeting>.Write(JsonOutput json)
    {
        var properties = json.Object(Names, null);
        properties.Text(0, Text);
        properties.End();
    }
}
