using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Intercom.Json;

namespace Intercom.Client.Tests;

/// <summary>Everything public that was emitted into this assembly.</summary>
internal static class EmittedApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Type> Types { get; } = [.. typeof(IntercomClient).Assembly.GetExportedTypes().Where(static type => type.Namespace is "Intercom" or "Intercom.Models")];

    public static IEnumerable<Type> Clients => Types.Where(static type => type.Name.EndsWith("Client", StringComparison.Ordinal) && !type.IsValueType);

    /// <summary>The records that are read from JSON and written as JSON.</summary>
    public static IEnumerable<Type> Records => Types.Where(static type => type.IsClass && type.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IJson<>)));

    /// <summary>The members that a type's text declares, as opposed to what the compiler adds to a record.</summary>
    public static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Declared)
        .Where(static member => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member is not MethodInfo { IsSpecialName: true } and not Type);

    public static IReadOnlyList<XElement> Documentation { get; } = [.. XDocument.Load(Path.ChangeExtension(typeof(EmittedApi).Assembly.Location, ".xml")).Descendants("member")];

    /// <summary>The names of a record's properties in JSON.</summary>
    public static IReadOnlyList<string> JsonNames(Type record)
    {
        var names = (JsonNames)record.GetProperty("Names", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(Arguments.Record(record, static _ => false))!;
        return [.. Enumerable.Range(0, names.Count).Select(i => names[i])];
    }
}
