using Intercom.Json;

namespace Intercom.Testing.Tests;

/// <summary>A type as the generator emits it, reduced to one property.</summary>
internal sealed record Greeting : JsonRecord, IJson<Greeting>
{
    private static JsonNames? s_names;
    private string? _text;

    public string? Text { get => _text; init => _text = value; }

    static Greeting IJson<Greeting>.Read(ref JsonCursor json) => json.Fill(new Greeting());

    protected override JsonNames Names => s_names ??= new("text"u8);

    protected override void Visit(ref JsonCursor json, int index) => json.Text(ref _text);
}
