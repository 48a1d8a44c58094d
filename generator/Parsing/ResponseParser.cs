using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;
using Intercom.Generator.Spec;
using Microsoft.OpenApi;

namespace Intercom.Generator.Parsing;

/// <summary>From the responses of an operation to what its method returns.</summary>
internal sealed class ResponseParser(SchemaParser schemas)
{
    private readonly Omissions _omissions = schemas.Omissions;

    /// <summary>What an operation answers with, and the events that it answers with where it is asked for them.</summary>
    public (ResultDraft Result, ResultDraft? Events, string? Accept) Parse(
        OpenApiOperation operation,
        string verb,
        string pointer,
        string place,
        string typeName,
        IReadOnlyList<string> pinned)
    {
        var responses = (operation.Responses ?? []).ToDictionary(static r => r.Key, static r => r.Value);
        var successes = Kept(Successes(responses), pinned, pointer);
        if (successes.Count == 0)
            return (WithoutSuccess(responses), null, null);
        var doc = DocText.Of(successes[0].Value.Description).Summary;
        if (verb == "HEAD")
            return (new ResultDraft(ResultKind.Nothing, null, doc), null, null);
        var bodies = successes
            .SelectMany(success => (success.Value.Content ?? new Dictionary<string, IOpenApiMediaType>()).Select(content => new Answer(
                success.Key,
                content.Key,
                content.Value,
                SpecPointer.Child($"{pointer}/responses/{success.Key}/content", content.Key))))
            .ToList();
        var events = bodies.Find(static body => MediaTypes.IsEvents(body.Media));
        var others = bodies.Where(body => !MediaTypes.IsEvents(body.Media)).ToList();
        var stream = events is null ? null : new ResultDraft(ResultKind.Events, EventType(events, place + " event", typeName), doc);
        if (stream is not null && others.Count == 0)
            return (stream, null, null);
        var (result, accept) = Result(others, place + " response", typeName, verb, successes[0].Key, doc);
        return (result, stream, accept);
    }

    private static List<KeyValuePair<string, IOpenApiResponse>> Successes(Dictionary<string, IOpenApiResponse> responses)
    {
        var successes = responses
            .Where(static r => r.Key.StartsWith("2", StringComparison.Ordinal))
            .OrderBy(static r => r.Key, StringComparer.Ordinal)
            .ToList();
        // A document that says only what any answer is says so of the successful one.
        return successes.Count > 0 || responses.Keys.Any(static code => code.StartsWith("3", StringComparison.Ordinal))
            ? successes
            : responses.Where(static r => r.Key == "default" && r.Value.Content is { Count: > 0 }).ToList();
    }

    /// <summary>
    /// The answers that made the type of the result when it got its name: what is added later is said, and does not change the type.
    /// </summary>
    private List<KeyValuePair<string, IOpenApiResponse>> Kept(
        List<KeyValuePair<string, IOpenApiResponse>> successes,
        IReadOnlyList<string> pinned,
        string pointer)
    {
        if (pinned.Count == 0 || !successes.Exists(success => pinned.Contains(success.Key)))
            return successes;
        foreach (var later in successes.Where(success => success.Value.Content is { Count: > 0 } && !pinned.Contains(success.Key)))
            _omissions.LeftOut(
                $"{pointer}/responses/{later.Key}",
                $"what {later.Key} answers beside {string.Join(" and ", pinned)}",
                "it is read as their type");
        return successes.Where(success => success.Value.Content is not { Count: > 0 } || pinned.Contains(success.Key)).ToList();
    }

    private static ResultDraft WithoutSuccess(Dictionary<string, IOpenApiResponse> responses) =>
        responses.Keys.Any(static code => code.StartsWith("3", StringComparison.Ordinal))
            ? new ResultDraft(ResultKind.Location, null, "")
            : new ResultDraft(ResultKind.Json, TypeRef.Json, "");

    private (ResultDraft Result, string? Accept) Result(
        List<Answer> bodies,
        string place,
        string typeName,
        string verb,
        string status,
        string doc)
    {
        var json = OnePerStatus(bodies.Where(IsJson).ToList());
        var chosen = json.FirstOrDefault() ?? bodies.Find(static body => MediaTypes.IsText(body.Media)) ?? bodies.FirstOrDefault();
        foreach (var other in bodies.Where(body => chosen is not null && body.Media != chosen.Media && !IsJson(body)))
            SayBeside(other, chosen!);
        if (json.Count > 0)
            return (JsonResult(json, place, typeName, doc), AcceptOf(Asked(json)!));
        // What is read and answers with nothing that is declared is a file.
        if (chosen is null)
            return (new ResultDraft(verb == "GET" && status == "200" ? ResultKind.Download : ResultKind.Nothing, null, doc), null);
        var isText = IsText(chosen);
        if (chosen.Content.Schema?.IsObject() == true)
            _omissions.Untyped(chosen.Pointer, $"an answer of {chosen.Media}", isText ? "text" : "a stream of its bytes");
        return (new ResultDraft(isText ? ResultKind.Text : ResultKind.Download, null, doc, [chosen.Status]), chosen.Media);
    }

    /// <summary>One body of each answer: what is asked for is one media type, and the others come to nobody.</summary>
    private List<Answer> OnePerStatus(List<Answer> json)
    {
        var asked = Asked(json);
        var kept = new List<Answer>();
        foreach (var same in json.GroupBy(static body => body.Status))
        {
            var read = same.FirstOrDefault(body => body.Media == asked) ?? same.First();
            kept.Add(read);
            foreach (var other in same.Where(body => body != read && IsAnother(read.Content.Schema, body.Content.Schema)))
                SayBeside(other, read);
        }

        return kept;
    }

    private void SayBeside(Answer other, Answer read) =>
        _omissions.LeftOut(other.Pointer, $"an answer of {other.Media} beside {read.Media}", $"{read.Media} is asked for");

    private static string? Asked(List<Answer> json) =>
        (json.Find(static body => body.Media == MediaTypes.Json) ?? json.FirstOrDefault())?.Media;

    private static bool IsAnother(IOpenApiSchema? read, IOpenApiSchema? other) =>
        other is not null && (read is null || OneOfSeveral.AreApart(read, other));

    // Any media type that holds an object is JSON: nothing else would be worth a schema.
    private static bool IsJson(Answer body) => MediaTypes.IsJson(body.Media)
        || (body.Media is "*/*" or "application/*"
            && body.Content.Schema is { } schema && !schema.IsFile() && schema.KindOf() is not JsonSchemaType.String);

    private static bool IsText(Answer body) =>
        body.Content.Schema?.IsFile() != true && (MediaTypes.IsText(body.Media) || MediaTypes.IsStructuredText(body.Media));

    private static string? AcceptOf(string media) =>
        media == MediaTypes.Json || MediaTypes.IsAny(media) || !MediaTypes.CanBeSent(media) ? null : media;

    private TypeRef EventType(Answer events, string place, string typeName) =>
        events.Content.Schema is not { } schema
            ? TypeRef.Text
            : At(
                Place.Event,
                schemas.Parse(new SchemaRef(schema, events.Pointer + "/schema", place), typeName + "Event", typeName),
                events.Pointer);

    /// <summary>The list, where the schema is a choice of a list in pages and one item of it.</summary>
    private static SchemaRef? ListOf(SchemaRef schema)
    {
        if (schema.Reference is not null || schema.Schema.OneOf is not { Count: 2 } variants)
            return null;
        for (var i = 0; i < variants.Count; i++)
            if (variants[i].Properties is { } properties && ListedProperty.IsPaged(properties.ContainsKey)
                && variants[1 - i] is OpenApiSchemaReference { Reference.Id: { } item }
                && properties.Values.Any(property => property.Items is OpenApiSchemaReference items && items.Reference.Id == item))
                return schema.Variant(variants[i], "oneOf", i);
        return null;
    }

    private ResultDraft JsonResult(List<Answer> bodies, string place, string typeName, string doc)
    {
        var statuses = bodies.ConvertAll(static body => body.Status);
        var declared = bodies.Where(static body => body.Content.Schema is not null)
            .Select(body => new SchemaRef(body.Content.Schema!, body.Pointer + "/schema", place)).ToList();
        return declared.Count == 1 && ListOf(declared[0]) is { } list
            ? new ResultDraft(ResultKind.Json, Json([list], typeName), doc, statuses) { MayBeItem = true }
            : new ResultDraft(ResultKind.Json, Json(declared, typeName), doc, statuses);
    }

    private TypeRef Json(List<SchemaRef> declared, string typeName)
    {
        if (declared.Count == 0)
            return TypeRef.Json;
        if (declared.Select(static body => body.Reference ?? body.Pointer).Distinct().Count() > 1)
            return OfSeveral(declared, typeName);
        var type = schemas.Parse(declared[0], typeName + "Response", typeName);
        if (type.Kind == TypeKind.Json && declared[0].Reference is null && declared[0].Schema.KindOf() is JsonSchemaType.Object)
            return schemas.Empty(declared[0], typeName + "Response");
        return At(Place.Answer, type, declared[0].Pointer).OrNull(!type.IsNamed && declared[0].Schema.AllowsNull());
    }

    private TypeRef OfSeveral(List<SchemaRef> declared, string typeName) =>
        declared.Exists(static body => body.Schema.Behind().IsOnlyWords()) ? TypeRef.Json
        : declared.Exists(static body => body.Schema.MayBeNoObject()) ? Json([OneOf(declared)], typeName)
        : schemas.Merged(declared, typeName + "Response");

    // What is no object has no properties to be put together with those of others.
    private static SchemaRef OneOf(List<SchemaRef> declared) =>
        declared[0] with { Schema = new OpenApiSchema { AnyOf = declared.ConvertAll(static body => body.Schema) } };

    private TypeRef At(Place place, TypeRef type, string pointer)
    {
        if (type.Holds(TypeKind.File))
            _omissions.Untyped(pointer, "a file in JSON", "text");
        return PlaceTable.At(place, type);
    }

    private sealed record Answer(string Status, string Media, IOpenApiMediaType Content, string Pointer);
}
