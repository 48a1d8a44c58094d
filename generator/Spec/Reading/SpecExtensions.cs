namespace Intercom.Generator.Spec.Reading;

/// <summary>The extensions that an overlay may add, what each may say, and where.</summary>
internal static class SpecExtensions
{
    public const string Name = "x-intercom-name";
    public const string Also = "x-intercom-also";
    public const string Query = "x-intercom-query";
    public const string Shortcuts = "x-intercom-shortcuts";
    public const string Search = "x-intercom-search";
    public const string Retry = "x-intercom-retry";
    public const string Type = "x-intercom-type";
    public const string Values = "x-intercom-values";
    public const string List = "x-intercom-list";
    public const string Arguments = "x-intercom-arguments";
    public const string Property = "x-intercom-property";
    public const string Aliases = "x-intercom-aliases";
    public const string Discriminator = "x-intercom-discriminator";
    public const string Fill = "x-intercom-fill";
    public const string Job = "x-intercom-job";
    public const string Stream = "x-intercom-stream";
    public const string Sample = "x-intercom-sample";

    /// <summary>The names that were given once, at the root of a document.</summary>
    public const string Names = "x-intercom-names";

    /// <summary>Since which version what is there, at the root of a document.</summary>
    public const string Since = "x-intercom-since";

    // What is read beside a method is short; the bound is that of a description.
    private const int MostLinesOfSample = 200;
    private const int LongestSample = 20_000;

    private const string Prefix = "x-intercom-";

    private static readonly string[] TextsOfJob = ["id", "poll", "idParameter", "status", "download"];

    private static readonly string[] ListsOfJob = ["running", "succeeded", "failed"];

    private static readonly string[] KindsOfFields = ["text", "number", "numberRange", "time", "timeRange", "boolean", "tag", "any"];

    private static readonly string[] OfOperations = [Name, Also, Arguments, Shortcuts, Search, Query, Retry, Job, Sample];

    private static readonly string[] OfSchemas = [Type, Values, List, Property, Aliases, Discriminator, Fill, Stream];

    private static string All => string.Join(", ", OfOperations.Concat(OfSchemas));

    // What stands at the root is read from the tree, and would only be one more thing to convert.
    public static bool IsOurs(string key) => key.StartsWith(Prefix, StringComparison.Ordinal) && key is not (Names or Since);

    private static string Place(string key) => OfOperations.Contains(key) ? "an operation" : "a schema";

    /// <summary>What is the matter with an extension; null where nothing is.</summary>
    public static string? Fault(SpecEntry extension, Shape shape)
    {
        var allowed = shape.Name == "an operation" ? OfOperations : shape.Kind == ShapeKind.Schema ? OfSchemas : [];
        if (!OfOperations.Contains(extension.Key) && !OfSchemas.Contains(extension.Key))
            return $"there is no extension '{ReadingPlace.Shortened(extension.Key)}'; there are {All}";
        if (!allowed.Contains(extension.Key))
            return $"'{extension.Key}' says nothing of {shape.Name}; it belongs to {Place(extension.Key)}";
        return extension.Key switch
        {
            Name => IsText(extension.Value, out var name) && IsName(name) ? null
                : $"'{Name}' is a group and a method, such as 'Contacts.Get'",
            Retry => IsText(extension.Value, out var retry) && retry == "safe" ? null : $"'{Retry}' can be 'safe'",
            Fill => IsText(extension.Value, out var fill) && fill == "now" ? null : $"'{Fill}' can be 'now'",
            Aliases => IsTexts(extension.Value) ? null : $"'{Aliases}' is a list of names",
            Also => extension.Value is SpecMap also && also.Text("name") is not null && also.Text("schema") is not null
                && also["query"] is SpecMap
                ? null
                : $"'{Also}' is a mapping of name, summary, schema and query",
            Arguments => AreNames(extension.Value) ? null : $"'{Arguments}' is a mapping of parameters to names",
            Values => AreNames(extension.Value) ? null : $"'{Values}' is a mapping of values to names",
            Shortcuts => AreShortcuts(extension.Value) ? null
                : $"'{Shortcuts}' is a mapping of methods to mappings of schema, summary and arguments",
            Search => IsSearch(extension.Value) ? null
                : $"'{Search}' is a mapping of type, a name, and fields, a mapping to {string.Join(", ", KindsOfFields)}",
            Job => FaultOfJob(extension.Value),
            Sample => IsSample(extension.Value) ? null
                : $"'{Sample}' is code of at most {MostLinesOfSample} lines and {LongestSample} characters",
            _ => IsText(extension.Value, out _) ? null : $"'{extension.Key}' is a name",
        };
    }

    private static string? FaultOfJob(SpecNode job)
    {
        if (job is not SpecMap map)
            return $"'{Job}' is a mapping of {string.Join(", ", TextsOfJob.Concat(ListsOfJob))}";
        foreach (var entry in map.Entries)
            if (!IsOfJob(entry))
                return $"'{ReadingPlace.Shortened(entry.Key)}' of '{Job}' is not understood: {string.Join(", ", TextsOfJob)} are texts, "
                    + $"{string.Join(", ", ListsOfJob)} are lists of them";
        return Array.Find(["poll", "id", "status"], name => map[name] is null) is { } missing ? $"'{Job}' lacks '{missing}'" : null;
    }

    private static bool IsOfJob(SpecEntry entry) =>
        (TextsOfJob.Contains(entry.Key) && IsText(entry.Value, out _)) || (ListsOfJob.Contains(entry.Key) && IsTexts(entry.Value));

    private static bool IsTexts(SpecNode node) => node is SpecList list && list.Items.TrueForAll(static item => IsText(item, out _));

    private static bool AreNames(SpecNode node) =>
        node is SpecMap map && map.Entries.TrueForAll(static entry => IsText(entry.Value, out _));

    private static bool AreShortcuts(SpecNode node) => node is SpecMap map && map.Entries.TrueForAll(static shortcut =>
        shortcut.Value is SpecMap said && said.Entries.TrueForAll(static entry => entry.Key switch
        {
            "arguments" => AreNames(entry.Value),
            "schema" or "summary" => IsText(entry.Value, out _),
            _ => false,
        }));

    private static bool IsSearch(SpecNode node) => node is SpecMap map && map.Text("type") is { Length: > 0 }
        && map["fields"] is SpecMap fields
        && fields.Entries.TrueForAll(static field => IsText(field.Value, out var kind) && KindsOfFields.Contains(kind));

    private static bool IsSample(SpecNode node) => IsText(node, out var code)
        && code.Length <= LongestSample && code.Count(static c => c == '\n') <= MostLinesOfSample;

    private static bool IsName(string name) =>
        name.Split('.') is { Length: 2 } parts
        && Array.TrueForAll(parts, static part => part.Any(static c => c < 128 && char.IsLetterOrDigit(c)));

    private static bool IsText(SpecNode node, out string text)
    {
        text = (node as SpecScalar)?.Text ?? "";
        return node is SpecScalar { IsNull: false } && text.Length > 0;
    }
}
