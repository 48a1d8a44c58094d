using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;
using ParameterStyle = Intercom.Generator.Model.ParameterStyle;

namespace Intercom.Generator.Parsing;

/// <summary>From the parameters of an operation to the arguments of its method.</summary>
internal sealed class ParameterParser(SpecDocument document, SchemaParser schemas)
{
    // What the client itself sends of a call, whatever the operation declares of it.
    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Authorization", "Content-Type", "Intercom-Version", "User-Agent",
    };

    // What the connection alone can say.
    private static readonly HashSet<string> ConnectionHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "TE", "Trailer", "Transfer-Encoding", "Upgrade",
    };

    private readonly Omissions _omissions = schemas.Omissions;

    /// <summary>The parameters of an operation, its own before those of its path.</summary>
    public List<DeclaredParameter> Of(string path, IOpenApiPathItem item, OpenApiOperation operation, string pointer, string place)
    {
        var own = (operation.Parameters ?? [])
            .Select((parameter, i) => new DeclaredParameter(parameter, $"{pointer}/parameters/{i}", place));
        var pathPointer = SpecPointer.Child("#/paths", path);
        var shared = (item.Parameters ?? [])
            .Select((parameter, i) => new DeclaredParameter(parameter, $"{pathPointer}/parameters/{i}", place));
        var all = new List<DeclaredParameter>();
        var known = new HashSet<(string, ParameterLocation?)>();
        foreach (var parameter in own)
            // An overlay may add what a version of the document declares already: the first declaration stands.
            if (known.Add(parameter.Key))
                all.Add(parameter);
            else if (document.Locate(parameter.Pointer).File == 0)
                _omissions.LeftOut(parameter.Pointer, $"the second parameter '{parameter.Name}' in the same place", "the first stands");
        all.AddRange(shared.Where(parameter => !known.Contains(parameter.Key)));
        return all;
    }

    /// <summary>The template's parameters in its order; what the operation does not declare of them is text.</summary>
    public IEnumerable<ArgumentDraft> InPath(
        string path,
        List<DeclaredParameter> parameters,
        string typeName,
        UniqueNames names,
        IReadOnlyDictionary<string, string> given)
    {
        var byName = parameters.ToLookup(static parameter => parameter.Name, StringComparer.Ordinal);
        foreach (var (name, segment) in PathParameters.Of(path))
        {
            var declared = byName[name].FirstOrDefault(static p => p.In == ParameterLocation.Path) ?? byName[name].FirstOrDefault();
            var wanted = given.TryGetValue(name, out var own) ? own : PathParameters.Name(name, segment);
            var argument = names.Take(wanted, Identifier.Camel(name));
            var type = declared?.Schema is { } schema ? At(Place.Path, TypeOf(schema, name, typeName), declared) : TypeRef.Text;
            yield return new ArgumentDraft(
                argument,
                name,
                Place.Path,
                type,
                declared is null || type.Kind == TypeKind.Text ? null : StyleOf(declared, type),
                IsRequired: true,
                DocText.Of(declared?.Description).Summary,
                declared?.Pointer ?? "");
        }
    }

    /// <summary>The arguments that are no part of the path, those first that must be given.</summary>
    public IEnumerable<ArgumentDraft> Besides(string path, List<DeclaredParameter> parameters, string typeName, UniqueNames names)
    {
        var template = new HashSet<string>(PathParameters.Of(path).Select(static p => p.Name));
        // A parameter of the template that is declared elsewhere is an author's slip; one that is declared in both places is two.
        var misplaced = new HashSet<string>(template.Except(parameters
            .Where(static p => p.In == ParameterLocation.Path).Select(static p => p.Name)));
        return parameters
            .Where(p => p.In is not ParameterLocation.Path && !misplaced.Contains(p.Name) && IsArgument(p))
            .SelectMany(p => Arguments(p, typeName, names, template))
            .OrderBy(static argument => !argument.IsRequired)
            .ToList();
    }

    private bool IsArgument(DeclaredParameter parameter)
    {
        if (parameter.Schema is null)
            _omissions.LeftOut(
                parameter.Pointer,
                $"the parameter '{parameter.Name}', which has no schema",
                "give it by the options of the call");
        else if (parameter.In is not (ParameterLocation.Query or ParameterLocation.Header or ParameterLocation.Cookie))
            _omissions.LeftOut(parameter.Pointer, $"the parameter '{parameter.Name}', whose place is not known", "it is sent nowhere");
        else if (parameter.In == ParameterLocation.Header && ConnectionHeaders.Contains(parameter.Name))
            _omissions.LeftOut(parameter.Pointer, $"the header '{parameter.Name}'", "the connection sends its own");
        else if (parameter.In == ParameterLocation.Header && !IsHeaderName(parameter.Name))
            _omissions.LeftOut(parameter.Pointer, $"the header '{parameter.Name}', whose name no header can have", "it is not sent");
        else
            return parameter.In != ParameterLocation.Header || !OwnHeaders.Contains(parameter.Name);
        return false;
    }

    private IEnumerable<ArgumentDraft> Arguments(DeclaredParameter parameter, string typeName, UniqueNames names, HashSet<string> template)
    {
        var schema = parameter.Schema!.Value;
        // An exploded object is sent as its properties; the parameter's own name never goes out.
        var isSpread = parameter.In == ParameterLocation.Query && parameter.Style is ParameterStyle.FormExploded && HasProperties(schema);
        var properties = isSpread ? schemas.View(schema).Properties.Select(Settled).ToList() : [];
        if (properties.Count > 0)
        {
            foreach (var (name, property) in properties)
            {
                var part = parameter with { IsRequired = false, Description = property.Schema.Description };
                yield return Argument(part, name, property, typeName, names, template);
            }

            yield break;
        }

        yield return Argument(parameter, parameter.Name, schema, typeName, names, template);
    }

    // An argument is one thing.
    private (string Name, SchemaRef Schema) Settled((string Name, SchemaRef Schema) property)
    {
        if (OneOfSeveral.First(property.Schema) is not { } first)
            return property;
        schemas.Omissions.Untyped(first.Pointer, "an argument that is another one in an alternative", "what is declared first");
        return (property.Name, first);
    }

    private static bool HasProperties(SchemaRef schema) =>
        (schema.Schema.IsObject() && (schema.Schema.HasProperties() || schema.Schema.AllOf is { Count: > 0 }))
        || schema.Schema.Variants().Any(static variant => variant.HasProperties());

    private ArgumentDraft Argument(
        DeclaredParameter parameter,
        string name,
        SchemaRef schema,
        string typeName,
        UniqueNames names,
        HashSet<string> template)
    {
        var place = parameter.In switch
        {
            ParameterLocation.Header => Place.Header,
            ParameterLocation.Cookie => Place.Cookie,
            _ => Place.Query,
        };
        var type = At(place, TypeOf(schema, name, typeName), parameter);
        return new ArgumentDraft(
            place == Place.Query && !template.Contains(name)
                ? names.Take(Identifier.Camel(name))
                : names.Take(Identifier.Camel(name), Identifier.Camel(name + " " + place)),
            name,
            place,
            type,
            StyleOf(parameter, type),
            parameter.IsRequired,
            DocText.Of(parameter.Description ?? schema.Schema.Description).Summary,
            parameter.Pointer);
    }

    private TypeRef At(Place place, TypeRef type, DeclaredParameter parameter)
    {
        if (type.Holds(TypeKind.File))
            _omissions.Untyped(parameter.Pointer, $"the file '{parameter.Name}' that is no body", "text");
        return PlaceTable.At(place, type);
    }

    private TypeRef TypeOf(SchemaRef schema, string name, string typeName) =>
        schemas.Parse(schema, typeName + Identifier.Pascal(name), name);

    /// <summary>The style, where it makes a difference: of several values, or of JSON.</summary>
    private static ParameterStyle? StyleOf(DeclaredParameter parameter, TypeRef type) =>
        parameter.Style == ParameterStyle.Json
        || type.Kind is TypeKind.List or TypeKind.Map or TypeKind.Record or TypeKind.Union or TypeKind.Json or TypeKind.JsonObject
        || parameter.Style is ParameterStyle.Label or ParameterStyle.LabelExploded or ParameterStyle.Matrix or ParameterStyle.MatrixExploded
            ? parameter.Style
            : null;

    private static bool IsHeaderName(string name) =>
        name.Length > 0 && name.All(static c => c is > ' ' and <= '~' && "()<>@,;:\\\"/[]?={}".IndexOf(c) < 0);
}
