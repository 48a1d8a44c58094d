using Intercom.Json;

namespace Intercom;

/// <summary>The places that a listener was told of, bounded: what comes beyond them is only counted.</summary>
internal sealed class ToldPlaces
{
    private const int Most = 4096;
    private const int LongestPath = 512;
    private readonly HashSet<(string Operation, string Path, string Expected, string Found)> _places = [];

    public bool Add(JsonDeviation deviation)
    {
        var place = (Short(deviation.Operation), Short(deviation.Place), deviation.Expected, deviation.Found);
        lock (_places)
            return _places.Count < Most && _places.Add(place);
    }

    private static string Short(string text) => text.Length <= LongestPath ? text : text[..LongestPath];
}
