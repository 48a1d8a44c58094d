using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From the body of an operation to the argument that holds it.</summary>
internal sealed class BodyParser(SpecDocument document, SchemaParser schemas)
{
    private readonly Omissions _omissions = schemas.Omissions;

    public BodyDraft? Parse(OpenApiOperation operation, string pointer, string place, string typeName, UniqueNames names, bool wasWithout)
    {
        if (operation.RequestBody?.Content is not { Count: > 0 } content)
            return null;
        var media = Preferred(content);
        foreach (var other in content.Where(other => other.Key != media.Key))
            _omissions.LeftOut(At(pointer, other.Key), $"a body of {other.Key} beside {media.Key}", $"{media.Key} is sent");
        var at = At(pointer, media.Key) + "/schema";
        var kind = KindOf(media.Key, media.Value.Schema);
        var type = TypeOf(kind, media.Key, media.Value.Schema, at, place + " request", typeName);
        kind = Settled(kind, type, media.Key, at);
        if (kind == BodyKind.Form && schemas.Types.Find(type) is RecordDraft form)
            Describe(form, media.Value, At(pointer, media.Key));
        return new BodyDraft(
            names.Take("request"),
            kind == BodyKind.Text ? TypeRef.Text : type,
            kind,
            MediaTypeOf(kind, media.Key),
            kind == BodyKind.UrlEncoded ? Fields(media.Value).ToList() : [],
            // The documents leave `required` out almost everywhere. Only an object that is said to be optional is, and what came later.
            !(type.Kind == TypeKind.Record && kind == BodyKind.Json
                && (Required(pointer) is "false" || (wasWithout && Required(pointer) is not "true"))),
            DocText.Of(operation.RequestBody.Description).Summary);
    }

    private static string At(string pointer, string media) => SpecPointer.Child(pointer + "/requestBody/content", media);

    private static KeyValuePair<string, IOpenApiMediaType> Preferred(IDictionary<string, IOpenApiMediaType> content)
    {
        Func<string, bool>[] preferences = [MediaTypes.IsJson, MediaTypes.IsMultipart, MediaTypes.IsUrlEncoded];
        foreach (var isPreferred in preferences)
            if (content.FirstOrDefault(media => isPreferred(media.Key)) is { Value: not null } found)
                return found;
        return content.First();
    }

    private static BodyKind KindOf(string media, IOpenApiSchema? schema) =>
        MediaTypes.IsJson(media) ? BodyKind.Json
        : MediaTypes.IsMultipart(media) ? BodyKind.Form
        : MediaTypes.IsUrlEncoded(media) ? BodyKind.UrlEncoded
        : schema?.IsFile() == true || (MediaTypes.IsBinary(media) && !MediaTypes.IsStructuredText(media)) ? BodyKind.Content
        : MediaTypes.IsText(media) || MediaTypes.IsStructuredText(media) ? BodyKind.Text
        : schema is null ? BodyKind.Content
        : schema.KindOf() is JsonSchemaType.String ? BodyKind.Text
        : media is "*/*" or "application/*" ? BodyKind.Json
        : BodyKind.Content;

    private TypeRef TypeOf(BodyKind kind, string media, IOpenApiSchema? schema, string at, string place, string typeName)
    {
        if (kind == BodyKind.Content)
            return TypeRef.File;
        if (schema is null && kind != BodyKind.Text)
        {
            _omissions.Untyped(at, "a request body without a schema", "any JSON value");
            return TypeRef.Json;
        }

        if (kind == BodyKind.Text)
        {
            if (schema is not null && schema.KindOf() is not (null or JsonSchemaType.String))
                _omissions.Untyped(at, $"a body of {media}", "text");
            return TypeRef.Text;
        }

        var type = schemas.Parse(new SchemaRef(schema!, at, place), typeName + "Request", typeName);
        if (type.Kind == TypeKind.Json && schema is not OpenApiSchemaReference && schema!.KindOf() is JsonSchemaType.Object)
            type = schemas.Empty(new SchemaRef(schema!, at, place), typeName + "Request");
        if (type.Holds(TypeKind.File))
            _omissions.Untyped(at, $"a file in a body of {media}", "text");
        return PlaceTable.At(Place.Property, type);
    }

    /// <summary>A form is an object; what is none goes out as the text or the bytes that it is.</summary>
    private BodyKind Settled(BodyKind kind, TypeRef type, string media, string at)
    {
        var isObject = type.Kind is TypeKind.Record or TypeKind.Map or TypeKind.JsonObject or TypeKind.Union;
        if (kind == BodyKind.Form && type.Kind != TypeKind.Record)
        {
            _omissions.Untyped(at, $"a body of {media} that is no object with properties", "bytes that the caller puts together");
            return BodyKind.Content;
        }

        if (kind != BodyKind.UrlEncoded || isObject)
            return kind;
        _omissions.Untyped(at, $"a body of {media} that is no object", "text");
        return BodyKind.Text;
    }

    private static string? MediaTypeOf(BodyKind kind, string media) => kind switch
    {
        BodyKind.Form or BodyKind.UrlEncoded => null,
        BodyKind.Json => media == MediaTypes.Json || !MediaTypes.CanBeSent(media) ? null : media,
        BodyKind.Text => MediaTypes.CanBeSent(media) ? media : "text/plain",
        _ => MediaTypes.CanBeSent(media) && media != "application/octet-stream" ? media : null,
    };

    private void Describe(RecordDraft form, IOpenApiMediaType media, string at)
    {
        form.IsForm = true;
        foreach (var encoding in media.Encoding ?? new Dictionary<string, OpenApiEncoding>())
        {
            // Several types are those that a file may have: it says itself which one it is.
            if (encoding.Value.ContentType is { Length: > 0 } type && MediaTypes.CanBeSent(type))
                form.ContentTypes[encoding.Key] = type;
            foreach (var header in encoding.Value.Headers ?? new Dictionary<string, IOpenApiHeader>())
                _omissions.LeftOut(
                    SpecPointer.Child(at + "/encoding", encoding.Key),
                    $"the header '{header.Key}' of a part",
                    "parts have no headers of their own");
        }

        foreach (var property in form.Properties)
            if (!form.ContentTypes.ContainsKey(property.WireName) && property.ContentType is { } own && MediaTypes.CanBeSent(own))
                form.ContentTypes[property.WireName] = own;
    }

    private static IEnumerable<FieldStyle> Fields(IOpenApiMediaType media)
    {
        foreach (var encoding in media.Encoding ?? new Dictionary<string, OpenApiEncoding>())
        {
            if (encoding.Value.ContentType is { } type && MediaTypes.IsJson(type))
                yield return new FieldStyle(encoding.Key, Model.ParameterStyle.Json);
            else if (encoding.Value.Style is { } style)
                yield return new FieldStyle(
                    encoding.Key,
                    StyleOf(style, encoding.Value.Explode ?? style == Microsoft.OpenApi.ParameterStyle.Form));
            else if (encoding.Value.Explode == false)
                yield return new FieldStyle(encoding.Key, Model.ParameterStyle.Form);
        }
    }

    private static Model.ParameterStyle StyleOf(Microsoft.OpenApi.ParameterStyle style, bool isExploded) => style switch
    {
        Microsoft.OpenApi.ParameterStyle.DeepObject => Model.ParameterStyle.DeepObject,
        Microsoft.OpenApi.ParameterStyle.SpaceDelimited when !isExploded => Model.ParameterStyle.SpaceDelimited,
        Microsoft.OpenApi.ParameterStyle.PipeDelimited when !isExploded => Model.ParameterStyle.PipeDelimited,
        _ => isExploded ? Model.ParameterStyle.FormExploded : Model.ParameterStyle.Form,
    };

    private string? Required(string pointer) => (SpecPointer.Find(document.Root, pointer + "/requestBody/required") as SpecScalar)?.Text;
}
