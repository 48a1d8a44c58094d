using System.Text;
using Intercom.Json;

namespace Intercom.Client.Tests;

/// <summary>A type that a method takes or gives, as something that is read from JSON and written as JSON.</summary>
internal interface IJsonType
{
    /// <summary>Reads a text as an answer is read, and notes where it deviates.</summary>
    object Read(string json, List<JsonDeviation> deviations);

    string Write(object value);
}

/// <summary>Finds how a type is read.</summary>
internal static class JsonTypes
{
    /// <summary>How a type is read; null for what is no JSON of a declared shape.</summary>
    public static IJsonType? Of(Type type)
    {
        var isList = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>);
        var item = isList ? type.GetGenericArguments()[0] : type;
        if (!item.GetInterfaces().Any(static i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IJson<>)))
            return null;
        return (IJsonType)Activator.CreateInstance((isList ? typeof(ListType<>) : typeof(ObjectType<>)).MakeGenericType(item))!;
    }

    private static T Send<T>(string json, List<JsonDeviation> deviations, Func<IntercomConnection, Task<T>> call)
    {
        var options = new RecordingHandler(json).Options(deviations.Add);
        return call(new IntercomConnection(options, "Preview")).GetAwaiter().GetResult();
    }

    private sealed class ObjectType<T> : IJsonType
        where T : IJson<T>
    {
        public object Read(string json, List<JsonDeviation> deviations) => Send(json, deviations, static c => c.SendAsync<T>(new ApiRequest("GET /"), null, default));

        public string Write(object value) => IntercomJson.ToJson((T)value);
    }

    private sealed class ListType<T> : IJsonType
        where T : IJson<T>
    {
        public object Read(string json, List<JsonDeviation> deviations) => Send(json, deviations, static c => c.SendListAsync<T, JsonItem<T>>(new ApiRequest("GET /"), null, default));

        public string Write(object value) => new StringBuilder("[").AppendJoin(',', ((IReadOnlyList<T>)value).Select(IntercomJson.ToJson)).Append(']').ToString();
    }
}
