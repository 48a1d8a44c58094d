using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Intercom.Json;

namespace Intercom.Client.Tests;

/// <summary>Makes a value for any parameter of an emitted method, and for any property of an emitted record.</summary>
internal static class Arguments
{
    /// <summary>A string of which every part needs care in an address.</summary>
    public const string Awkward = "a/b ü";

    public static object?[] For(MethodInfo method, RequestOptions? options = null) => [.. method.GetParameters().Select(parameter =>
        parameter.ParameterType == typeof(RequestOptions) ? options
        : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
        : Value(parameter.ParameterType, parameter.Name!))];

    public static object Value(Type type, string name)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => $"{Awkward} {name}",
            _ when type == typeof(long) => 7L,
            _ when type == typeof(double) => 1.5,
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.FromUnixTimeSeconds(1_700_000_000),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 1, 31),
            _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>([1, 2, 3]),
            _ when type == typeof(JsonElement) => JsonElement.Parse("""{"any":[1,null]}"""),
            _ when type == typeof(IntercomValue) => (IntercomValue)"any",
            _ when type == typeof(JsonProperties) => new JsonProperties { ["plan"] = "pro", ["seats"] = 5L },
            _ when type == typeof(IntercomFile) => new IntercomFile("catalog.json", "[]"u8.ToArray(), "application/json"),
            _ when IsList(type) => List(type.GetGenericArguments()[0], name),
            _ when IsMap(type) => Map(type.GetGenericArguments()[1], name),
            _ when IsEnum(type) => Activator.CreateInstance(type, $"new {name}")!,
            _ when type.IsValueType => Union(type, name),
            _ when ClientMethod.IsQuery(type) => Record(type, static _ => true),
            _ => Record(type),
        };
    }

    public static bool IsEnum(Type type) => type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOpenEnum<>));

    public static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>A record with what it requires, and with more of its properties where asked.</summary>
    public static object Record(Type type, Func<PropertyInfo, bool>? also = null)
    {
        var record = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && (IsRequired(p) || (also?.Invoke(p) ?? false))))
            property.SetValue(record, Value(property.PropertyType, property.Name));
        return record;
    }

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var generic && (generic == typeof(IReadOnlyList<>) || generic == typeof(IEnumerable<>));

    private static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>);

    private static Array List(Type item, string name)
    {
        var list = Array.CreateInstance(item, 2);
        list.SetValue(Value(item, name), 0);
        list.SetValue(Value(item, name + "2"), 1);
        return list;
    }

    private static IDictionary Map(Type value, string name)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
        map["key"] = Value(value, name);
        return map;
    }

    private static object Union(Type type, string name)
    {
        var first = type.GetConstructors().First(static c => c.GetParameters().Length == 1);
        return first.Invoke([Value(first.GetParameters()[0].ParameterType, name)]);
    }
}
