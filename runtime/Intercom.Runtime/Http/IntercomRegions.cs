using System.Diagnostics.CodeAnalysis;

namespace Intercom;

/// <summary>What belongs to each region.</summary>
public static partial class IntercomRegions
{
    private static readonly Uri[] ApiAddresses =
    [
        new("https://api.intercom.io/"),
        new("https://api.eu.intercom.io/"),
        new("https://api.au.intercom.io/"),
    ];

    private static readonly Uri[] AppAddresses =
    [
        new("https://app.intercom.com/"),
        new("https://app.eu.intercom.com/"),
        new("https://app.au.intercom.com/"),
    ];

    /// <summary>The address under which a region's API is reached.</summary>
    /// <param name="region">The region.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such region.</exception>
    public static Uri ApiAddress(this IntercomRegion region) => Of(ApiAddresses, region);

    /// <summary>The address under which people use Intercom in a region, and grant an app access to their workspace.</summary>
    /// <param name="region">The region.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such region.</exception>
    public static Uri AppAddress(this IntercomRegion region) => Of(AppAddresses, region);

    /// <summary>Whether an address belongs to the API of one of the regions, so that a token may be sent to it.</summary>
    /// <param name="address">The address.</param>
    public static bool IsApiAddress(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Find(address) is not null;
    }

    /// <summary>Reads the name of a region, in capitals or not.</summary>
    /// <param name="name">The name: <c>US</c>, <c>EU</c> or <c>AU</c>.</param>
    /// <exception cref="FormatException">There is no such region; the message names those that there are.</exception>
    public static IntercomRegion Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return TryParse(name, out var region)
            ? region
            : throw new FormatException($"'{name}' is no region of Intercom; the regions are US, EU and AU.");
    }

    /// <summary>Reads the name of a region, in capitals or not. Numbers are no names.</summary>
    /// <param name="name">The name: <c>US</c>, <c>EU</c> or <c>AU</c>.</param>
    /// <param name="region">The region; where there is no such region, the United States.</param>
    /// <returns>Whether there is such a region.</returns>
    public static bool TryParse([NotNullWhen(true)] string? name, out IntercomRegion region)
    {
        var known = Array.FindIndex(
            Enum.GetNames<IntercomRegion>(),
            other => other.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));
        region = known < 0 ? default : (IntercomRegion)known;
        return known >= 0;
    }

    /// <summary>The region whose API an address belongs to; null where it belongs to none.</summary>
    internal static IntercomRegion? Find(Uri address)
    {
        var found = address.IsAbsoluteUri ? Array.FindIndex(ApiAddresses, known => IsSameServer(known, address)) : -1;
        return found < 0 ? null : (IntercomRegion)found;
    }

    private static bool IsSameServer(Uri known, Uri address) =>
        Uri.Compare(known, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0;

    private static Uri Of(Uri[] addresses, IntercomRegion region) => (uint)region < (uint)addresses.Length
        ? addresses[(int)region]
        : throw new ArgumentOutOfRangeException(nameof(region), region, "The regions are US, EU and AU.");
}
