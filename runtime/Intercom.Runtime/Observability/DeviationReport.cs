using System.Runtime.CompilerServices;
using Intercom.Json;

namespace Intercom;

/// <summary>Tells a listener of each place once: of an operation or topic and a path, whichever item of a list it is in, so that a busy
/// server does not drown. All are counted.</summary>
internal static class DeviationReport
{
    // What is known belongs to the listener and ends with it: calls, webhooks and streams that share one share it too.
    private static readonly ConditionalWeakTable<object, ToldPlaces> ByListener = [];

    /// <summary>Tells a listener what it was not told before. What it throws is dropped: what was read has its effect all the
    /// same.</summary>
    public static void Tell(Action<JsonDeviation>? listener, JsonDeviations deviations, string operation)
    {
        if (deviations.Count == 0)
            return;
        Telemetry.Deviations.Add(deviations.Count, new KeyValuePair<string, object?>("intercom.operation", operation));
        if (listener is null)
            return;
        foreach (var deviation in deviations.All().Where(deviation => IsNew(listener, deviation)))
            Tell(listener, deviation);
    }

    /// <summary>Whether a listener was not told of a place before. A log counts how often it is told, and is bounded itself.</summary>
    public static bool IsNew(object listener, JsonDeviation deviation) =>
        listener is Delegate { Target: DriftLog } || ByListener.GetOrCreateValue(listener).Add(deviation);

    private static void Tell(Action<JsonDeviation> listener, JsonDeviation deviation)
    {
        try
        {
            listener(deviation);
        }
        catch (Exception)
        {
            // That somebody who watches fails must not make it look as if nothing had come.
        }
    }
}
