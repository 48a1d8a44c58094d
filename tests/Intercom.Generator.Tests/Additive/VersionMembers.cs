using Intercom.Generator.Parsing;
using Intercom.Generator.Tests.Harness;

namespace Intercom.Generator.Tests.Additive;

/// <summary>The operations and properties of a bundled version, each by its place and by what a program knows it as.</summary>
internal sealed record VersionMembers(string Version, IReadOnlyList<VersionMember> Operations, IReadOnlyList<VersionMember> Properties)
{
    private HashSet<string>? _names;

    public static VersionMembers Of(string version, string document)
    {
        var spec = WholeDocument.Read(document, hasOverlay: true);
        var schemas = new SchemaParser(spec, new Omissions(spec));
        schemas.ParseComponents();
        var parser = new OperationParser(spec, schemas);
        var operations = spec.OpenApi.Paths
            .SelectMany(static path => path.Value.Operations!.Select(operation => (path, operation)))
            .Select(one => parser.Parse(one.path.Key, one.operation.Key.Method, one.path.Value, one.operation.Value).Place)
            .Select(static place => new VersionMember(place, "", place))
            .ToList();
        new WebhookParser(spec, schemas).Parse();
        return new VersionMembers(version, operations, [.. schemas.Types.Drafts.SelectMany(PropertiesOf)]);
    }

    /// <summary>Whether a program finds something under its name in this version, wherever it stands there.</summary>
    public bool Has(VersionMember member) => (_names ??= [.. Operations.Concat(Properties).Select(static one => one.Name)]).Contains(member.Name);

    private static IEnumerable<VersionMember> PropertiesOf(Draft draft) => draft switch
    {
        RecordDraft record => record.Properties.SelectMany(property => property.Places
            .Where(place => place.EndsWith("." + property.WireName, StringComparison.Ordinal))
            .Select(place => new VersionMember($"{record.Name}.{property.WireName}", place[..^(property.WireName.Length + 1)], property.WireName))),
        QueryDraft query => query.Arguments.Select(argument => new VersionMember($"{query.Name}.{argument.WireName}", query.Places.Single(), argument.WireName)),
        _ => [],
    };
}

/// <param name="Name">What a program knows it as: the type and the property as it is sent.</param>
/// <param name="Owner">The place of what has the property.</param>
/// <param name="Member">The property; of an operation its place.</param>
internal sealed record VersionMember(string Name, string Owner, string Member);
