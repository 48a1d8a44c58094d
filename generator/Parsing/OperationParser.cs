using System.Text.Json.Nodes;
using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From an operation of the document to a method: its group, name, arguments, body and result.</summary>
internal sealed class OperationParser(SpecDocument document, SchemaParser schemas)
{
    private readonly ParameterParser _parameters = new(document, schemas);
    private readonly BodyParser _bodies = new(document, schemas);
    private readonly ResponseParser _responses = new(schemas);
    private readonly ServerParser _servers = new(document, schemas.Omissions);

    public OperationDraft Parse(string path, string verb, IOpenApiPathItem item, OpenApiOperation operation)
    {
        var pointer = SpecPointer.Child(SpecPointer.Child("#/paths", path), verb.ToLowerInvariant());
        var place = PinnedNames.PlaceOf(verb, path);
        var tags = TagsOf(operation);
        var pinned = schemas.Pins.Operation(place);
        var (group, name, isGiven) = Name(operation, pinned) ?? Derived(operation, verb, path, GroupName.Choose(tags, path));
        var typeName = string.IsNullOrWhiteSpace(operation.OperationId) ? name + group : Identifier.Pascal(operation.OperationId!);
        var names = new UniqueNames(["options", "cancellationToken"]);
        var parameters = _parameters.Of(path, item, operation, pointer, place);
        var arguments = _parameters.InPath(path, parameters, typeName, names, ArgumentsOf(operation)).ToList();
        var body = _bodies.Parse(operation, pointer, place, typeName, names, wasWithout: pinned?.HasBody == false);
        var also = SecondMethod.Of(operation, schemas);
        arguments.AddRange(_parameters.Besides(path, parameters, typeName, names).Where(argument => argument.WireName != also?.Fixed.Name));
        var query = Query(arguments, operation, place, pointer, QueryName.Make(group, name), verb, path);
        var (result, events, accept) = _responses.Parse(operation, verb, pointer, place, typeName, pinned?.Answers ?? []);
        Describe(body?.Type, result.Type, $"{verb} {path}");
        var draft = new OperationDraft
        {
            Group = group,
            Name = name,
            IsNameGiven = isGiven,
            Verb = verb,
            Path = path,
            Pointer = pointer,
            Place = place,
            Doc = DocText.Of(operation.Summary, operation.Description),
            Arguments = arguments,
            Query = query,
            QueryName = names.Take("query", "parameters"),
            Body = body,
            Result = result,
            Events = events,
            Accept = Header(parameters, "Accept")?.Values.FirstOrDefault() ?? AcceptOf(result.Kind, accept),
            Versions = VersionsOf(parameters),
            Server = _servers.Parse(path, pointer),
            Search = SearchFields.Of(operation, verb, path, pointer, place, schemas.Types),
        };
        return Said(draft, operation, tags, also);
    }

    /// <summary>A draft with what the document says of the operation itself, and with its second method.</summary>
    private OperationDraft Said(OperationDraft draft, OpenApiOperation operation, List<string> tags, SecondMethod? also)
    {
        var whole = draft with
        {
            IsSafe = operation.Extensions.Text(Extensions.Retry) == "safe",
            IsDeprecated = operation.Deprecated,
            OperationId = operation.OperationId,
            Tags = tags,
            Page = PageOf(operation, draft.Pointer, tags),
            Since = schemas.Versions.Of(draft.Place),
            Shortcuts = ShortcutDraft.Of(operation, schemas),
            Job = operation.Extensions.Node(Extensions.Job) as JsonObject,
            Sample = operation.Extensions.Text(Extensions.Sample),
        };
        return also is null ? whole : whole with { Also = also.Besides(whole) };
    }

    private static IReadOnlyDictionary<string, string> ArgumentsOf(OpenApiOperation operation) =>
        operation.Extensions.Texts(Extensions.Arguments, static name => Identifier.Camel(name));

    // A tag is called what it is referenced by; its name would be looked for among all tags.
    private static List<string> TagsOf(OpenApiOperation operation) => (operation.Tags ?? new HashSet<OpenApiTagReference>())
        .Select(static tag => tag.Reference.Id ?? "").Where(static tag => tag.Length > 0).ToList();

    // A page of its own; or the one that the address for all of them leads to.
    private string? PageOf(OpenApiOperation operation, string pointer, List<string> tags)
    {
        if (SpecPointer.Find(document.Root, pointer + "/externalDocs/url") is SpecScalar { Text: { } own })
            return own;
        if (SpecPointer.Find(document.Root, "#/externalDocs/url") is not SpecScalar { Text: { } all }
            || all.IndexOf("{operation}", StringComparison.Ordinal) < 0
            || operation.OperationId is not { Length: > 0 } id || tags.Count == 0)
            return null;
        var tag = string.Join("-", Words.Split(tags[0]).Select(static word => word.ToLowerInvariant()));
        return all.Replace("{version}", document.ApiVersion.ToLowerInvariant()).Replace("{tag}", tag)
            .Replace("{operation}", id.ToLowerInvariant());
    }

    /// <summary>What need not be given is a record: what a later document adds to it shifts no parameter.</summary>
    private QueryDraft? Query(
        List<ArgumentDraft> arguments, OpenApiOperation operation, string place, string pointer, string name, string verb, string path)
    {
        if (arguments.TrueForAll(static argument => argument.IsRequired))
            return null;
        var draft = new QueryDraft { Name = name, Pointer = pointer, Doc = new Doc($"What else {verb} {path} can be asked for.") };
        var query = schemas.Types.Own(draft, place + " query", operation.Extensions.Identifier(Extensions.Query));
        var members = new UniqueNames([query.Name], TypeFinisher.ReservedMembers);
        for (var i = 0; i < arguments.Count; i++)
            if (!arguments[i].IsRequired)
            {
                var member = Identifier.Pascal(arguments[i].WireName);
                var since = schemas.Versions.Of(VersionPlaces.PlaceOf(query.Places.First(), arguments[i].WireName));
                arguments[i] = arguments[i] with { Member = members.Take(member, member + "Value"), Since = since };
                query.Arguments.Add(arguments[i]);
            }

        return query;
    }

    // The version is sent as the document writes its own; an operation that takes it in other letters has them here.
    private IReadOnlyList<string> VersionsOf(List<DeclaredParameter> parameters)
    {
        var declared = Header(parameters, "Intercom-Version")?.Values ?? [];
        return declared.Contains(document.ApiVersion)
            ? []
            : [.. declared.Where(value => value.Equals(document.ApiVersion, StringComparison.OrdinalIgnoreCase))];
    }

    private static DeclaredParameter? Header(List<DeclaredParameter> parameters, string name) =>
        parameters.Find(parameter =>
            parameter.In == ParameterLocation.Header && parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string? AcceptOf(ResultKind kind, string? media) => kind switch
    {
        ResultKind.Download => "application/octet-stream",
        ResultKind.Json => media,
        _ => null,
    };

    // An inline body has no description of its own; its operation is what there is to say of it.
    private void Describe(TypeRef? sent, TypeRef? answered, string operation)
    {
        Describe(sent, $"What {operation} is sent.");
        Describe(answered, $"What {operation} answers.");
    }

    private void Describe(TypeRef? type, string doc)
    {
        if (type is not null && schemas.Types.Find(type) is RecordDraft { Doc.Summary: "" } record)
            record.Doc = new Doc(doc);
    }

    private static (string Group, string Name, bool IsGiven)? Name(OpenApiOperation operation, PinnedOperation? pinned) =>
        operation.Extensions.Text(Extensions.Name)?.Split('.') is { Length: 2 } given
            ? (Identifier.Pascal(given[0]), Identifier.Pascal(given[1]), true)
        : pinned is null ? null
        : (pinned.Group, pinned.Name, true);

    private static (string Group, string Name, bool IsGiven) Derived(OpenApiOperation operation, string verb, string path, string tag) =>
        (GroupName.Pascal(tag), MethodName.Make(operation.OperationId, verb, path, tag), false);
}
