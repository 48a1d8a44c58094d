using System.Diagnostics.CodeAnalysis;
using Intercom.Json;

namespace Intercom;

/// <summary>
/// What is searched for: a condition on a field, or several that are joined by <c>&amp;</c> (all of them) or <c>|</c> (one of them).
/// </summary>
/// <remarks>Intercom takes two levels of groups, and fifteen conditions in a group.</remarks>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "All and Any are their names.")]
public abstract class SearchQuery : IJson
{
    private protected SearchQuery()
    {
    }

    /// <summary>Finds what fulfils both.</summary>
    /// <param name="left">A condition or a group of them.</param>
    /// <param name="right">Another one.</param>
    public static SearchQuery operator &(SearchQuery left, SearchQuery right) => SearchGroup.Of(SearchGroup.And, left, right);

    /// <summary>Finds what fulfils one of both.</summary>
    /// <param name="left">A condition or a group of them.</param>
    /// <param name="right">Another one.</param>
    public static SearchQuery operator |(SearchQuery left, SearchQuery right) => SearchGroup.Of(SearchGroup.Or, left, right);

    /// <summary>Finds what fulfils all of some conditions.</summary>
    /// <param name="queries">The conditions; at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static SearchQuery All(params SearchQuery[] queries) => SearchGroup.Of(SearchGroup.And, queries);

    /// <summary>Finds what fulfils one of some conditions.</summary>
    /// <param name="queries">The conditions; at least one.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static SearchQuery Any(params SearchQuery[] queries) => SearchGroup.Of(SearchGroup.Or, queries);

    /// <summary>The query as a type of the client, such as <c>SearchFilter</c>.</summary>
    /// <typeparam name="T">The emitted type.</typeparam>
    public T To<T>()
        where T : IJson<T> => IntercomJson.Parse<T>(ToString());

    /// <summary>The query as the JSON that is sent.</summary>
    public sealed override string ToString() => IntercomValue.Of(this).ToString();

    void IJson.Write(JsonOutput json) => Write(json);

    private protected abstract void Write(JsonOutput json);

    private protected static void WritePart(SearchQuery query, JsonOutput json) => query.Write(json);
}
