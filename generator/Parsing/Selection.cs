using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Spec.Overlays;

namespace Intercom.Generator.Parsing;

/// <summary>The part of a document that a client is made of: what its tags or operations name, or all of it.</summary>
internal sealed class Selection(ParseOptions options, IReadOnlyCollection<OperationDraft> operations, IReadOnlyCollection<TopicDraft> topics)
{
    private readonly List<string> _tags = options.Tags.Where(tag => operations.Any(operation => IsTagged(operation.Tags, tag)) || topics.Any(topic => IsTagged(topic.Tags, tag))).ToList();
    private readonly List<string> _operations = options.Operations.Where(name => operations.Any(operation => IsNamed(operation, name))).ToList();

    /// <summary>Whether nothing was left out; so it is too where nothing that was asked for exists.</summary>
    public bool IsEverything => _tags.Count == 0 && _operations.Count == 0;

    public bool Takes(OperationDraft operation) => IsEverything || _tags.Exists(tag => IsTagged(operation.Tags, tag)) || _operations.Exists(name => IsNamed(operation, name));

    public bool Takes(TopicDraft topic) => IsEverything || _tags.Exists(tag => IsTagged(topic.Tags, tag));

    /// <summary>What was asked for and does not exist.</summary>
    public IEnumerable<OptionProblem> Problems()
    {
        var tags = operations.SelectMany(static operation => operation.Tags).Concat(topics.SelectMany(static topic => topic.Tags)).Distinct().OrderBy(static tag => tag, StringComparer.Ordinal).ToList();
        foreach (var tag in options.Tags.Except(_tags))
            yield return new OptionProblem("Tags", tag, $"{options.DocumentName} has no such tag{NearName.Question(tag, tags)}{(NearName.Of(tag, tags) is null ? "; it has" : " It has")} {string.Join(", ", tags)}");
        foreach (var name in options.Operations.Except(_operations))
            yield return new OptionProblem("Operations", name, $"{options.DocumentName} has no such operation{NearName.Question(name, operations.Select(static operation => operation.Id))}{(name.Contains(' ') ? "" : "; an operation is named by its verb and path, as in 'GET /contacts/{id}'")}");
    }

    private static bool IsTagged(IEnumerable<string> tags, string tag) => tags.Any(other => string.Equals(other, tag, StringComparison.OrdinalIgnoreCase));

    private static bool IsNamed(OperationDraft operation, string name)
    {
        var parts = name.Split([' '], 2);
        return parts.Length == 2 && string.Equals(parts[0], operation.Verb, StringComparison.OrdinalIgnoreCase) && PathName.Same(parts[1].Trim(), operation.Path);
    }
}
