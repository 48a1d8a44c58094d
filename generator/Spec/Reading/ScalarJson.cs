using System.Globalization;
using System.Text.Json.Nodes;

namespace Intercom.Generator.Spec.Reading;

/// <summary>Scalars, and data, as JSON; what is no number as it is written stays text, so that <c>2.10</c> is never <c>2.1</c>.</summary>
internal static class ScalarJson
{
    public static JsonNode? Data(SpecNode node, ReadingProblems problems) => node switch
    {
        SpecMap map => Map(map, problems),
        SpecList list => new JsonArray([.. list.Items.Select(item => Data(item, problems))]),
        SpecScalar { IsNull: true } => null,
        SpecScalar { IsPlain: true } scalar when scalar.Text is "true" or "false" => scalar.Text == "true",
        SpecScalar { IsPlain: true } scalar => Number(scalar.Text) ?? Text(scalar, problems),
        SpecScalar scalar => Text(scalar, problems),
        _ => null,
    };

    /// <summary>A text; half a character in it is said, and is a sign for a missing one.</summary>
    public static JsonValue Text(SpecScalar scalar, ReadingProblems problems)
    {
        if (IsText(scalar.Text))
            return JsonValue.Create(scalar.Text)!;
        problems.Slip(scalar.Position, "the text holds half a character: a surrogate without the other");
        return JsonValue.Create(Mended(scalar.Text))!;
    }

    /// <summary>Whether every surrogate stands beside its other half.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(char.IsSurrogatePair(text, i) && ++i > 0))
                return false;
        return true;
    }

    private static string Mended(string text)
    {
        var characters = text.ToCharArray();
        for (var i = 0; i < characters.Length; i++)
            if (char.IsSurrogate(characters[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text, i) && ++i > 0))
                characters[i] = '\uFFFD';
        return new string(characters);
    }

    private static JsonObject Map(SpecMap map, ReadingProblems problems)
    {
        var json = new JsonObject();
        foreach (var entry in map.Entries)
            json[IsText(entry.Key) ? entry.Key : Mended(entry.Key)] = Data(entry.Value, problems);
        return json;
    }

    private static JsonValue? Number(string text)
    {
        if (text.Length is 0 or > 24 || !(char.IsDigit(text[0]) || text[0] == '-'))
            return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            && whole.ToString(CultureInfo.InvariantCulture) == text)
            return JsonValue.Create(whole);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == text
            ? JsonValue.Create(number)
            : null;
    }
}
