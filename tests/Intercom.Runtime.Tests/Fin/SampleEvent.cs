using System.Text.Json;
using Intercom.Json;

namespace Intercom.Runtime.Tests.Fin;

/// <summary>Stands for the emitted union of Fin's events.</summary>
internal sealed record SampleEvent(JsonElement Json) : IJson<SampleEvent>
{
    public string? this[string name] => Json.TryGetProperty(name, out var value) ? value.ToString() : null;

    public static SampleEvent Read(ref JsonCursor json) => new(json.Raw());

    public void Write(JsonOutput json) => json.Element(Json);
}
