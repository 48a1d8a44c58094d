using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using Intercom.Json;
using Intercom.Models;
using Intercom.Webhooks;

namespace Intercom.Client.Tests.Corpus;

/// <summary>A body in a shape that is really sent, with what a user must be able to read from it.</summary>
/// <param name="Name">The file, by which a failure is found.</param>
/// <param name="File">The file: the body, why it is here, and what is read.</param>
internal sealed record CorpusBody(string Name, JsonObject File)
{
    private const string Folder = "Corpus/";

    public static IReadOnlyList<CorpusBody> All { get; } = [.. typeof(CorpusBody).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(static name => new CorpusBody(name[Folder.Length..^".json".Length].Replace('\\', '/'), Parse(name)))];

    /// <summary>The body as it is sent.</summary>
    public string Json => File["body"]!.ToJsonString();

    /// <summary>The part of the body that is read as a type: of a notification its item.</summary>
    public string TypedJson => (Topic is null ? File["body"]! : File["body"]!["data"]!["item"]!).ToJsonString();

    /// <summary>What is read, by the path of C# that reads it.</summary>
    public IEnumerable<(string Path, string? Value)> Values =>
        ((JsonObject)File["values"]!).Select(static value => (value.Key, Text(value.Value)));

    private string? Topic => (string?)File["topic"];

    public static CorpusBody Of(string name) => All.Single(body => body.Name == name);

    /// <summary>What a user is handed: the result of a method, a notification, an event.</summary>
    public async Task<CorpusReading> ReadAsync()
    {
        if (Topic is { } topic)
            return TopicReader.Of(topic).Read(WebhookNotification.Parse(Encoding.UTF8.GetBytes(Json)));
        if (File["event"] is not null)
        {
            var @event = FinWebhookEvent.Parse(Encoding.UTF8.GetBytes(Json)).As<FinEvent>();
            return new(@event, @event, IntercomJson.ToJson(@event), []);
        }

        var deviations = new List<JsonDeviation>();
        var method = ClientSurface.Ours.Methods.Single(method => $"{method.Client.Name[..^"Client".Length]}.{method.Method.Name}" == (string)File["method"]!);
        var client = ClientSurface.Ours.Resource(method, new RecordingHandler(Json).Options(deviations.Add));
        var result = await method.CallAsync(client, Arguments.For(method.Method));
        return new(result!, result!, JsonTypes.Of(method.ResultType)!.Write(result!), deviations);
    }

    private static JsonObject Parse(string name)
    {
        using var stream = typeof(CorpusBody).Assembly.GetManifestResourceStream(name)!;
        return (JsonObject)JsonNode.Parse(stream)!;
    }

    private static string? Text(JsonNode? value) => value switch
    {
        null => null,
        JsonValue text when text.TryGetValue<string>(out var plain) => plain,
        _ => value.ToJsonString(),
    };
}

/// <summary>What a body was read as.</summary>
/// <param name="Root">What a user has in hand.</param>
/// <param name="Typed">What of it is read as a type.</param>
/// <param name="Written">That type as JSON again.</param>
/// <param name="Deviations">Where the body was not what is declared.</param>
internal sealed record CorpusReading(object Root, object Typed, string Written, IReadOnlyList<JsonDeviation> Deviations);

/// <summary>Reads the notifications of a topic as the emitted topic says.</summary>
internal abstract class TopicReader
{
    public static TopicReader Of(string topic)
    {
        foreach (var member in typeof(WebhookTopics).GetProperties(BindingFlags.Public | BindingFlags.Static))
            if (member.GetValue(null) is { } declared && declared.ToString() == topic)
                return (TopicReader)Activator.CreateInstance(typeof(Reader<>).MakeGenericType(member.PropertyType.GetGenericArguments()))!;
        throw new ArgumentException($"No topic is called {topic}.", nameof(topic));
    }

    public abstract CorpusReading Read(WebhookNotification notification);

    private sealed class Reader<T> : TopicReader
        where T : IJson<T>
    {
        public override CorpusReading Read(WebhookNotification notification)
        {
            var typed = notification.About<T>();
            return new(typed, typed.Item, IntercomJson.ToJson(typed.Item), []);
        }
    }
}
