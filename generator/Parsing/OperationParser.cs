using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From an operation of the document to a method: its group, name, arguments, body and result.</summary>
internal sealed class OperationParser(SpecDocument document, SchemaParser schemas)
{
    private readonly ResponseParser _responses = new(schemas);

    public OperationDraft Parse(string path, string verb, IOpenApiPathItem item, OpenApiOperation operation)
    {
        var pointer = SpecPointer.Child(SpecPointer.Child("#/paths", path), verb.ToLowerInvariant());
        var tags = (operation.Tags ?? new HashSet<OpenApiTagReference>()).Select(static t => t.Name ?? "").Where(static t => t.Length > 0).ToList();
        var (group, name, isGiven) = Name(operation, verb, path, GroupName.Choose(tags, path));
        var typeName = string.IsNullOrWhiteSpace(operation.OperationId) ? name + group : Identifier.Pascal(operation.OperationId!);
        var names = new UniqueNames(["options", "cancellationToken"]);
        var parameters = Parameters(item, operation, pointer);
        var arguments = PathArguments(path, parameters, names).ToList();
        var body = BodyOf(operation, pointer, typeName, names);
        var also = AlsoOf(operation);
        arguments.AddRange(QueryArguments(path, parameters, typeName, names).Where(argument => argument.WireName != also?.Fixed.Name));
        var result = _responses.Parse(operation, verb, pointer, typeName);
        Describe(body?.Type, $"What {verb} {path} is sent.");
        Describe(result.Type, $"What {verb} {path} answers.");
        var accept = parameters.FirstOrDefault(static p => p.Parameter.In == ParameterLocation.Header && p.Parameter.Name == "Accept").Parameter?.Schema?.EnumValues().FirstOrDefault();
        var first = new Operation(
            name,
            verb,
            path,
            DocText.Of(operation.Summary, operation.Description),
            arguments.ToEquatable(),
            body,
            result,
            null,
            null,
            null,
            accept ?? (result.Kind == ResultKind.Download ? "application/octet-stream" : null),
            operation.Extensions.Text(Extensions.Retry) == "safe",
            operation.Deprecated);
        return new OperationDraft(
            group,
            also is { } second ? first with { Also = second.Of(first) } : first,
            operation.OperationId,
            isGiven,
            pointer,
            tags,
            operation.Extensions.Node(Extensions.Job) as System.Text.Json.Nodes.JsonObject);
    }

    /// <summary>The second method of an operation; null where it has none, or where what it answers with is no schema of an object.</summary>
    private SecondMethod? AlsoOf(OpenApiOperation operation)
    {
        if (operation.Extensions.Node(Extensions.Also) is not System.Text.Json.Nodes.JsonObject also || (also["query"] as System.Text.Json.Nodes.JsonObject)?.FirstOrDefault() is not { Key: { } name, Value: { } value })
            return null;
        return schemas.Named(also["schema"]?.ToString() ?? "") is { IsNamed: true } type
            ? new SecondMethod(Identifier.Pascal(also["name"]?.ToString() ?? ""), new FixedQuery(name, value.ToString()), type, DocText.Of(also["summary"]?.ToString()))
            : null;
    }

    // An inline body has no description of its own; its operation is what there is to say of it.
    private void Describe(TypeRef? type, string doc)
    {
        if (type is not null && schemas.Types.Find(type) is RecordDraft { Doc.Summary: "" } record)
            record.Doc = new Doc(doc);
    }

    private static (string Group, string Name, bool IsGiven) Name(OpenApiOperation operation, string verb, string path, string tag)
    {
        if (operation.Extensions.Text(Extensions.Name)?.Split('.') is { Length: 2 } given)
            return (Identifier.Pascal(given[0]), Identifier.Pascal(given[1]), true);
        return (GroupName.Pascal(tag), MethodName.Make(operation.OperationId, verb, path, tag), false);
    }

    private static List<(IOpenApiParameter Parameter, string Pointer)> Parameters(IOpenApiPathItem item, OpenApiOperation operation, string pointer)
    {
        var own = (operation.Parameters ?? []).Select((parameter, i) => (parameter, $"{pointer}/parameters/{i}")).ToList();
        var shared = (item.Parameters ?? []).Select((parameter, i) => (parameter, $"{pointer}/parameters/{i}"));
        // An overlay may add what a version of the document declares already: the first declaration stands.
        return [.. own.GroupBy(static p => (p.parameter.Name, p.parameter.In)).Select(static same => same.First()), .. shared.Where(inherited => own.All(p => p.parameter.Name != inherited.parameter.Name || p.parameter.In != inherited.parameter.In))];
    }

    /// <summary>The template's parameters in its order, whatever the operation declares of them: all of them are text.</summary>
    private static IEnumerable<Argument> PathArguments(string path, List<(IOpenApiParameter Parameter, string Pointer)> parameters, UniqueNames names)
    {
        foreach (var (parameter, segment) in PathParameters.Of(path))
        {
            var declared = parameters.FirstOrDefault(p => p.Parameter.Name == parameter).Parameter;
            var doc = DocText.Of(declared?.Description).Summary;
            yield return new Argument(names.Take(PathParameters.Name(parameter, segment), Identifier.Camel(parameter)), parameter, ArgumentPlace.Path, TypeRef.Text, true, doc);
        }
    }

    private IEnumerable<Argument> QueryArguments(string path, List<(IOpenApiParameter Parameter, string Pointer)> parameters, string typeName, UniqueNames names)
    {
        var template = new HashSet<string>(PathParameters.Of(path).Select(static p => p.Name));
        return parameters
            .Where(p => p.Parameter.In == ParameterLocation.Query && !template.Contains(p.Parameter.Name ?? "") && p.Parameter.Schema is not null)
            .SelectMany(p => Query(p.Parameter, new SchemaRef(p.Parameter.Schema!, p.Pointer + "/schema"), typeName, names))
            .OrderBy(static argument => !argument.IsRequired)
            .ToList();
    }

    private IEnumerable<Argument> Query(IOpenApiParameter parameter, SchemaRef schema, string typeName, UniqueNames names)
    {
        // An exploded object is sent as its properties; the parameter's own name never goes out.
        if (schema.Schema.IsObject() || schema.Schema.Variants().Any(static variant => variant.HasProperties()))
        {
            foreach (var (name, property) in new ObjectView().Add(schema, withVariants: true).Properties)
                yield return Query(name, property, property.Schema.Description, false, typeName, names);
            yield break;
        }

        yield return Query(parameter.Name!, schema, parameter.Description ?? schema.Schema.Description, parameter.Required, typeName, names);
    }

    private Argument Query(string name, SchemaRef schema, string? description, bool isRequired, string typeName, UniqueNames names)
    {
        var type = schemas.Parse(schema, typeName + Identifier.Pascal(name), name);
        var plain = type.Kind is TypeKind.Record or TypeKind.Union or TypeKind.Map or TypeKind.Json or TypeKind.JsonObject ? TypeRef.Text : type;
        return new Argument(names.Take(Identifier.Camel(name)), name, ArgumentPlace.Query, plain, isRequired, DocText.Of(description).Summary);
    }

    private Body? BodyOf(OpenApiOperation operation, string pointer, string typeName, UniqueNames names)
    {
        var content = operation.RequestBody?.Content;
        if (content is not { Count: > 0 })
            return null;
        var media = content.FirstOrDefault(static c => MediaTypes.IsJson(c.Key));
        media = media.Value is null ? content.FirstOrDefault(static c => c.Key.StartsWith("multipart/", StringComparison.Ordinal)) : media;
        media = media.Value is null ? content.First() : media;
        var at = SpecPointer.Child(pointer + "/requestBody/content", media.Key) + "/schema";
        if (media.Value.Schema is not { } schema)
        {
            document.Problems.Add(new SpecProblem(ProblemKind.Unmodelled, document.Locate(at), "a request body without a schema", "any JSON value"));
            return new Body(names.Take("request"), TypeRef.Json, BodyKind.Json, true, "");
        }

        var isForm = !MediaTypes.IsJson(media.Key);
        var type = schemas.Parse(new SchemaRef(schema, at), typeName + "Request", typeName);
        if (type.Kind == TypeKind.Json && schema is not OpenApiSchemaReference && schema.KindOf() is JsonSchemaType.Object)
            type = schemas.Empty(new SchemaRef(schema, at), typeName + "Request");
        if (isForm && schemas.Types.Find(type) is RecordDraft form)
            form.IsForm = true;
        // The documents leave `required` out almost everywhere. Only an object that is said to be optional is.
        var isOptional = type.Kind == TypeKind.Record && !isForm && IsExplicitlyOptional(pointer);
        return new Body(names.Take("request"), type, isForm ? BodyKind.Form : BodyKind.Json, !isOptional, DocText.Of(operation.RequestBody!.Description).Summary);
    }

    private sealed record SecondMethod(string Name, FixedQuery Fixed, TypeRef Type, Doc Doc)
    {
        public Operation Of(Operation first) => first with { Name = Name, Doc = Doc, Fixed = Fixed, Result = new Result(ResultKind.Json, Type, "") };
    }

    private bool IsExplicitlyOptional(string pointer)
    {
        SpecNode? node = document.Root;
        foreach (var part in (pointer + "/requestBody/required").Split('/').Skip(1))
            node = (node as SpecMap)?[part.Replace("~1", "/").Replace("~0", "~")];
        return node is SpecScalar { Text: "false" };
    }
}
