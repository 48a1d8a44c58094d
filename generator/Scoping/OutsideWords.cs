namespace Intercom.Generator.Scoping;

/// <summary>What emitted code names of .NET, and the namespaces that it takes its words from.</summary>
internal static class OutsideWords
{
    /// <summary>The runtime's namespaces, whose types are all known by looking at it.</summary>
    public static readonly string[] Runtime = ["Intercom", "Intercom.Json", "Intercom.Webhooks"];

    public static readonly (string Namespace, string[] Words)[] Platform =
    [
        ("System",
        [
            "ArgumentNullException", "Attribute", "AttributeTargets", "DateOnly", "DateTimeOffset", "IEquatable", "ReadOnlyMemory", "Uri",
        ]),
        ("System.Collections.Generic", ["IAsyncEnumerable", "IEnumerable", "IReadOnlyDictionary", "IReadOnlyList"]),
        ("System.Diagnostics", ["DebuggerBrowsableState"]),
        ("System.Net.ServerSentEvents", ["SseItem"]),
        ("System.Text", ["StringBuilder"]),
        ("System.Text.Json", ["JsonElement", "JsonTokenType"]),
        ("System.Threading", ["CancellationToken"]),
        ("System.Threading.Tasks", ["Task"]),
    ];

    /// <summary>Attributes, which are named without their last word.</summary>
    public static readonly (string Namespace, string[] Words)[] Attributes =
    [
        ("Intercom", ["ApiSince"]),
        ("System", ["AttributeUsage", "Obsolete"]),
        ("System.Diagnostics", ["DebuggerBrowsable", "DebuggerDisplay"]),
        ("System.Diagnostics.CodeAnalysis", ["NotNullWhen", "SetsRequiredMembers"]),
        ("System.Runtime.CompilerServices", ["Union"]),
        ("System.Text.Json.Serialization", ["JsonConverter"]),
    ];
}
