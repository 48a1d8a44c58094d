using Intercom.Generator.Model;
using Intercom.Generator.Naming;
using Intercom.Generator.Parsing.Places;

namespace Intercom.Generator.Parsing;

/// <summary>From the draft of an operation to its method, once all types have their names.</summary>
internal sealed class OperationFinisher(
    TypeFinisher types, ShortcutFinisher shortcuts, Omissions omissions, (string Event, string Property)? stream)
{
    private static readonly TypeName AnyValue = TypeName.Of("IntercomValue");
    private static readonly TypeName Element = TypeName.Of("JsonElement");

    public Operation Finish(OperationDraft draft)
    {
        var result = draft.Result.Type is { } type ? types.Final(type, Place.Answer) : null;
        var paging = PagingDetector.Detect(draft, result, types);
        var isWholeList = draft is { Verb: "GET", Result.Kind: ResultKind.Json } && result is { Kind: TypeKind.List, IsNullable: false };
        return new Operation(
            draft.Name,
            draft.Verb,
            draft.Path,
            draft.Doc.Or(draft.Name),
            draft.Arguments.Select(argument => ArgumentFinisher.Finish(argument, types)).ToEquatable(),
            draft.Query is { } query ? new QueryArgument(draft.QueryName, query.Name) : null,
            draft.Body is { } body ? Body(body) : null,
            isWholeList ? WholeListOf(result!, draft.Result.Doc) : ResultOf(draft.Result.Kind, result, paging, draft.Result.Doc),
            draft.Events is { } events ? EventsOf(draft.EventsName!, events) : null,
            paging,
            StreamOf(draft, result),
            Job: null,
            draft.Server,
            draft.Accept,
            draft.Versions.ToEquatable(),
            draft.IsSafe,
            draft.IsDeprecated,
            draft.Fixed,
            draft.Also is { } also ? Finish(also) : null,
            shortcuts.Finish(draft),
            draft.Page,
            draft.Since,
            draft.Sample);
    }

    private Body Body(BodyDraft draft)
    {
        var type = draft.Kind is BodyKind.Content or BodyKind.Text ? draft.Type : types.Final(draft.Type, Place.Property);
        var (declared, method) = SendingOf(draft, type, PlaceTable.ShapeOf(type));
        return new Body(
            draft.Name,
            declared,
            method,
            draft.MediaType,
            draft.Fields.ToEquatable(),
            draft.IsRequired,
            draft.Doc.Length > 0 ? draft.Doc : "What to send.");
    }

    private static (TypeName Declared, TypeName Method) SendingOf(BodyDraft draft, TypeRef type, ValueShape shape) =>
        (draft.Kind, type.Kind) switch
        {
            (BodyKind.Form, _) => (shape.Type, TypeName.Of("Form")),
            (BodyKind.Text, _) => (TypeName.Of("string"), TypeName.Of("TextBody")),
            (BodyKind.Content, _) => (TypeName.Of("IntercomContent"), TypeName.Of("ContentBody")),
            (BodyKind.UrlEncoded, TypeKind.Json) => (AnyValue, TypeName.Of("UrlEncoded", AnyValue, TypeName.Of("JsonItem", AnyValue))),
            (BodyKind.UrlEncoded, _) => (shape.Type, TypeName.Of("UrlEncoded", shape.Type, shape.Codec)),
            (_, TypeKind.Json) => (AnyValue, TypeName.Of("RawBody")),
            (_, TypeKind.Record) when !draft.IsRequired => (shape.Type, TypeName.Of("OptionalBody")),
            (_, TypeKind.Record or TypeKind.Enum or TypeKind.Union) => (shape.Type, TypeName.Of("Body")),
            _ => (shape.Type, TypeName.Of("Body", shape.Type, shape.Codec)),
        };

    private static Result ResultOf(ResultKind kind, TypeRef? type, Paging? paging, string doc)
    {
        if (kind == ResultKind.Events)
            return new Result(EventsTypeOf(type!), Type: null, EventsCallOf(type!), doc, IsEvents: true);
        if (paging is not null)
        {
            var page = PlaceTable.ShapeOf(type!).Type;
            return new Result(TypeName.Of("Paged", page, paging.Item), page, TypeName.Of("Pages", page, paging.Item), doc);
        }

        var (value, call) = kind switch
        {
            ResultKind.Nothing => (null, TypeName.Of("SendAsync")),
            ResultKind.Text => (TypeName.Of("string"), TypeName.Of("SendTextAsync")),
            ResultKind.Location => (TypeName.Of("Uri"), TypeName.Of("SendLocationAsync")),
            ResultKind.Download => (TypeName.Of("IntercomDownload"), TypeName.Of("DownloadAsync")),
            _ => JsonCallOf(type ?? TypeRef.Json),
        };
        return new Result(value is null ? TypeName.Of("Task") : TypeName.Of("Task", value), value, call, doc);
    }

    /// <summary>A list that is the whole answer is enumerated like any other, and awaited as it is.</summary>
    private static Result WholeListOf(TypeRef list, string doc)
    {
        var item = PlaceTable.DeclaredItem(list.Item!);
        var page = PlaceTable.ShapeOf(list).Type;
        return new Result(TypeName.Of("Paged", page, item), page, TypeName.Of("Items", item, PlaceTable.CodecOfItem(list.Item!)), doc);
    }

    private static (TypeName? Value, TypeName Call) JsonCallOf(TypeRef type)
    {
        var declared = PlaceTable.DeclaredItem(type);
        return type.Kind switch
        {
            TypeKind.Json => (Element, TypeName.Of("SendElementAsync")),
            TypeKind.Record or TypeKind.Union or TypeKind.Enum when !type.IsNullable => (declared, TypeName.Of("SendAsync", declared)),
            TypeKind.List when !type.IsNullable =>
                (declared, TypeName.Of("SendListAsync", PlaceTable.DeclaredItem(type.Item!), PlaceTable.CodecOfItem(type.Item!))),
            _ => (declared, TypeName.Of("SendAsync", declared, PlaceTable.CodecOfItem(type))),
        };
    }

    private EventsResult EventsOf(string name, ResultDraft draft)
    {
        var type = types.Final(draft.Type!, Place.Event);
        return new EventsResult(name, EventsTypeOf(type), EventsCallOf(type), draft.Doc);
    }

    private static TypeName EventsTypeOf(TypeRef type) =>
        TypeName.Of("IAsyncEnumerable", TypeName.Of("SseItem", PlaceTable.DeclaredItem(type)));

    private static TypeName EventsCallOf(TypeRef type) => type.Kind == TypeKind.Text
        ? TypeName.Of("EventsAsync")
        : TypeName.Of("EventsAsync", PlaceTable.DeclaredItem(type), PlaceTable.CodecOfItem(type));

    private EventStream? StreamOf(OperationDraft draft, TypeRef? result)
    {
        if (stream is not { } declared
            || types.PropertiesOf(result).FirstOrDefault(property => property.WireName == declared.Property) is not { } address)
            return null;
        if (address.Type.Kind == TypeKind.Text)
            return new EventStream(declared.Event, address.Name);
        omissions.LeftOut(draft.Pointer, $"an event stream whose address '{declared.Property}' is no text", "the answer is given alone");
        return null;
    }
}
