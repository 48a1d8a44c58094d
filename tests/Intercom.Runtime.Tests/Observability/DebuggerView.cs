using System.Collections;
using System.Diagnostics;
using System.Reflection;

namespace Intercom.Runtime.Tests.Observability;

/// <summary>What a debugger shows of an object and, unfolded, of all that it leads to: fields, private ones as well, unless they are marked to be shown never.</summary>
internal static class DebuggerView
{
    private const int Most = 50_000;

    // The platform's own, which leads everywhere; a connection's buffers hold what was sent.
    private static readonly Type[] Opaque = [typeof(Type), typeof(Assembly), typeof(Thread), typeof(MemberInfo), typeof(Module), typeof(Task), typeof(CancellationTokenSource), typeof(Stream), typeof(HttpMessageHandler)];

    public static IReadOnlyCollection<string> Of(params object[] roots)
    {
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var known = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<object>(roots);
        while (waiting.TryDequeue(out var next) && known.Count < Most)
        {
            if (next is string text)
                shown.Add(text);
            else if (!Opaque.Any(type => type.IsInstanceOfType(next)) && (next.GetType().IsValueType || known.Add(next)))
                Unfold(next, shown, waiting);
        }

        return shown;
    }

    private static void Unfold(object next, HashSet<string> shown, Queue<object> waiting)
    {
        shown.Add(next.ToString() ?? "");
        if (next is byte[] bytes)
            shown.Add(System.Text.Encoding.UTF8.GetString(bytes));
        if (next is Array { Rank: 1 } array && !array.GetType().GetElementType()!.IsPrimitive)
            foreach (var item in (IEnumerable)array)
                if (item is not null)
                    waiting.Enqueue(item);
        if (next.GetType().IsPrimitive || next.GetType().IsEnum || next.GetType().IsPointer)
            return;
        for (var type = next.GetType(); type is not null; type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (IsShown(type, field) && !field.FieldType.IsPointer && !field.FieldType.IsByRefLike && field.GetValue(next) is { } value)
                    waiting.Enqueue(value);
    }

    // The field behind an automatic property is never shown; the property is.
    private static bool IsShown(Type type, FieldInfo field)
    {
        var property = field.Name is ['<', .. var rest] && rest.IndexOf('>') is var end and > 0
            ? type.GetProperty(rest[..end], BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            : null;
        return ((MemberInfo?)property ?? field).GetCustomAttribute<DebuggerBrowsableAttribute>()?.State != DebuggerBrowsableState.Never;
    }
}
