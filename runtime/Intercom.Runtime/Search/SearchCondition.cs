using Intercom.Json;

namespace Intercom;

/// <summary>A field, an operator and what the field is compared with.</summary>
internal sealed class SearchCondition(string field, string comparison, SearchValue value) : SearchQuery
{
    private protected override void Write(JsonOutput json)
    {
        json.Writer.WriteStartObject();
        json.Writer.WriteString("field", field);
        json.Writer.WriteString("operator", comparison);
        json.Writer.WritePropertyName("value");
        value.Write(json);
        json.Writer.WriteEndObject();
    }
}
