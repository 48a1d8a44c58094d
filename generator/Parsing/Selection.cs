using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Spec.Overlays;

namespace Intercom.Generator.Parsing;

/// <summary>The part of a document that a client is made of: what its tags or operations name, or all of it.</summary>
internal sealed class Selection
{
    private readonly ParseOptions _options;
    private readonly IReadOnlyCollection<OperationDraft> _all;
    private readonly IReadOnlyCollection<TopicDraft> _topics;
    private readonly ListedNames _tags;
    private readonly ListedNames _operations;

    public Selection(ParseOptions options, IReadOnlyCollection<OperationDraft> operations, IReadOnlyCollection<TopicDraft> topics)
    {
        _options = options;
        _all = operations;
        _topics = topics;
        _tags = new ListedNames(
            options.Tags,
            tag => operations.Any(operation => IsOf(operation, tag)) || topics.Any(topic => IsTagged(topic.Tags, tag)));
        _operations = new ListedNames(options.Operations, name => operations.Any(operation => IsNamed(operation, name)));
    }

    /// <summary>Whether nothing was left out; so it is too where nothing that was asked for exists.</summary>
    public bool IsEverything => _tags.Found.Count == 0 && _operations.Found.Count == 0;

    public bool Takes(OperationDraft operation) =>
        IsEverything || IsTaggedSo(operation) || _operations.Found.Exists(name => IsNamed(operation, name));

    public bool Takes(TopicDraft topic) => IsEverything || _tags.Found.Exists(tag => IsTagged(topic.Tags, tag));

    /// <summary>What was asked for and does not exist.</summary>
    public IEnumerable<OptionProblem> Problems()
    {
        var tags = _all.SelectMany(static operation => operation.Tags.Append(operation.Group))
            .Concat(_topics.SelectMany(static topic => topic.Tags)).GroupBy(Plain).Select(static same => same.First())
            .OrderBy(static tag => tag, StringComparer.Ordinal).ToList();
        foreach (var tag in _tags.Missing)
            yield return new OptionProblem("Tags", tag, $"{_options.DocumentName} has no such tag{NearName.Question(tag, tags)}"
                + $"{(NearName.Of(tag, tags) is null ? "; it has" : " It has")} {string.Join(", ", tags)}");
        foreach (var name in _operations.Missing)
            yield return new OptionProblem("Operations", name, $"{_options.DocumentName} has no such operation"
                + $"{NearName.Question(name, _all.Select(static operation => operation.Id))}"
                + $"{(name.Contains(' ') ? "" : "; an operation is named by its verb and path, as in 'GET /contacts/{id}'")}");
    }

    /// <summary>
    /// Groups of which the tags take some operations and leave others; what operations are asked for by name is meant so.
    /// </summary>
    public IEnumerable<OptionProblem> Cuts() =>
        from @group in _all.GroupBy(static operation => operation.Group, StringComparer.OrdinalIgnoreCase)
        let taken = @group.Where(IsTaggedSo).ToList()
        where taken.Count > 0 && @group.Any(operation => !Takes(operation))
        orderby @group.Key
        let tag = _tags.Found.Find(tag => IsOf(taken[0], tag))
        select new OptionProblem(
            "Tags",
            tag,
            $"{@group.Count(Takes)} of the {@group.Count()} operations of '{@group.Key}' are in the client, "
                + $"those that the document tags so. Add '{@group.Key}' to have all, or leave it");

    private bool IsTaggedSo(OperationDraft operation) => _tags.Found.Exists(tag => IsOf(operation, tag));

    // A user knows the document's tags, or the groups that the client shows.
    private static bool IsOf(OperationDraft operation, string tag) => IsTagged(operation.Tags, tag) || Plain(operation.Group) == Plain(tag);

    private static bool IsTagged(IEnumerable<string> tags, string tag) => tags.Any(other => Plain(other) == Plain(tag));

    private static string Plain(string tag) => string.Concat(tag.Where(static c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    private static bool IsNamed(OperationDraft operation, string name)
    {
        var parts = name.Split([' '], 2);
        return parts.Length == 2 && string.Equals(parts[0], operation.Verb, StringComparison.OrdinalIgnoreCase)
            && PathName.Same(parts[1].Trim(), operation.Path);
    }
}
