using System.Collections;
using System.Reflection;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Client.Tests;

/// <summary>Makes a value for any parameter of an emitted method, and for any property of an emitted record.</summary>
internal static class Arguments
{
    /// <summary>A string of which every part needs care in an address.</summary>
    public const string Awkward = "a/b ü";

    /// <param name="method">The method.</param>
    /// <param name="options">What it is called with.</param>
    /// <param name="text">What each text begins with.</param>
    public static object?[] For(MethodInfo method, RequestOptions? options = null, string text = Awkward) =>
        [.. method.GetParameters().Select(parameter => parameter.ParameterType switch
        {
            var type when type == typeof(RequestOptions) => options,
            var type when type == typeof(CancellationToken) => CancellationToken.None,
            var type => Value(type, parameter.Name!, text),
        })];

    public static object Value(Type type, string name, string text = Awkward)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => $"{text} {name}",
            _ when type == typeof(long) => 7L,
            _ when type == typeof(double) => 1.5,
            _ when type == typeof(decimal) => 1.5m,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 31),
            _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([1, 2, 3]),
            _ when type == typeof(JsonElement) => JsonElement.Parse("""{"any":[1,null]}"""),
            _ when type == typeof(IntercomValue) => (IntercomValue)"any",
            _ when type == typeof(JsonProperties) => new JsonProperties { ["plan"] = "pro", ["seats"] = 5L },
            _ when type == typeof(IntercomFile) => new IntercomFile("catalog.json", "[]"u8.ToArray(), "application/json"),
            _ when type == typeof(IntercomContent) => new IntercomContent("[]"u8.ToArray()),
            _ when IsList(type) => List(type.GetGenericArguments()[0], name, text),
            _ when IsMap(type) => Map(type.GetGenericArguments()[1], name, text),
            _ when IsEnum(type) => Activator.CreateInstance(type, $"new {name}")!,
            _ when type.IsValueType => Union(type, name, text),
            _ when ClientMethod.IsQuery(type) => Record(type, static _ => true, text),
            _ => Record(type, text: text),
        };
    }

    public static bool IsEnum(Type type) => type.GetInterfaces()
        .Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenEnum<>));

    public static bool IsRequired(PropertyInfo property) =>
        property.CustomAttributes.Any(static attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");

    /// <summary>A record with what it requires, and with more of its properties where asked.</summary>
    public static object Record(Type type, Func<PropertyInfo, bool>? also = null, string text = Awkward)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && (IsRequired(p) || (also?.Invoke(p) ?? false))))
            property.SetValue(record, Value(property.PropertyType, property.Name, text));
        return record;
    }

    private static bool IsList(Type type) => type.IsGenericType
        && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) || type.GetGenericTypeDefinition() == typeof(IEnumerable<>));

    private static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static Array List(Type item, string name, string text)
    {
        var list = Array.CreateInstance(item, 2);
        list.SetValue(Value(item, name, text), 0);
        list.SetValue(Value(item, name + "2", text), 1);
        return list;
    }

    private static IDictionary Map(Type value, string name, string text)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        map["key"] = Value(value, name, text);
        return map;
    }

    private static object Union(Type type, string name, string text)
    {
        var first = type.GetConstructors().First(static c => c.GetParameters().Length == 1);
        return first.Invoke([Value(first.GetParameters()[0].ParameterType, name, text)]);
    }
}
