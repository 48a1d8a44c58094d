using Intercom.Json;

namespace Intercom;

/// <summary>Queries that are joined; one that is joined in the same way dissolves in it.</summary>
internal sealed class SearchGroup : SearchQuery
{
    public const string And = "AND";
    public const string Or = "OR";

    private readonly string _join;
    private readonly IReadOnlyList<SearchQuery> _parts;

    private SearchGroup(string join, IReadOnlyList<SearchQuery> parts) => (_join, _parts) = (join, parts);

    public static SearchQuery Of(string join, params SearchQuery[] queries)
    {
        ArgumentNullException.ThrowIfNull(queries);
        var parts = new List<SearchQuery>();
        foreach (var query in queries)
        {
            ArgumentNullException.ThrowIfNull(query, nameof(queries));
            if (query is SearchGroup group && group._join == join)
                parts.AddRange(group._parts);
            else
                parts.Add(query);
        }

        return parts.Count switch
        {
            0 => throw new ArgumentException("A query has at least one condition.", nameof(queries)),
            1 => parts[0],
            _ => new SearchGroup(join, parts),
        };
    }

    private protected override void Write(JsonOutput json)
    {
        json.Writer.WriteStartObject();
        json.Writer.WriteString("operator", _join);
        json.Writer.WriteStartArray("value");
        foreach (var part in _parts)
            WritePart(part, json);
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }
}
