using Intercom.Generator.Model;

namespace Intercom.Generator.Naming;

/// <summary>Documentation of a time: how it is sent is the client's business, and no longer true of what the program sees.</summary>
internal static class TimeDoc
{
    // A longer one comes before those that it holds.
    private static readonly string[] Units =
    [
        ", as an ISO 8601 string",
        ", either as ISO 8601 text or in unix seconds", "It must be formatted as a UNIX timestamp.",
        ", in UTC unix seconds as a string", ", in unix seconds as a string",
        " as a UTC Unix timestamp", " as a UNIX timestamp", " as Unix timestamp", ", in UTC unix seconds",
        ", in unix seconds", ", unix seconds", " in unix seconds",
        " (UNIX timestamp in seconds)", " (UNIX timestamp)", "Unix epoch seconds.", ", in unix time", " in unix time",
        ", in ISO 8601", ", as ISO 8601 text", " in ISO 8601 format",
        "ISO 8601 timestamp at which to", "Unix timestamp to", "Unix timestamp for",
    ];

    // What a sentence begins with is said in another way, or the sentence would have no beginning.
    private static readonly string[] Instead = ["When to", "The time to", "The"];

    public static Doc WithoutUnits(this Doc doc) => new(In(doc.Summary), In(doc.Remarks));

    private static string In(string text)
    {
        for (var i = 0; i < Units.Length; i++)
            for (var at = Find(text, i); at >= 0; at = Find(text, i))
                text = (text.Substring(0, at) + Replacement(i) + text.Substring(at + Units[i].Length)).Trim();
        return text;
    }

    private static int Find(string text, int unit) => text.IndexOf(Units[unit], StringComparison.OrdinalIgnoreCase);

    private static string Replacement(int unit) =>
        unit >= Units.Length - Instead.Length ? Instead[unit - (Units.Length - Instead.Length)] : "";
}
