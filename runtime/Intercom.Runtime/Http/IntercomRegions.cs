namespace Intercom;

/// <summary>What belongs to each region.</summary>
public static class IntercomRegions
{
    private static readonly Uri[] ApiAddresses = [new("https://api.intercom.io/"), new("https://api.eu.intercom.io/"), new("https://api.au.intercom.io/")];

    /// <summary>The address under which a region's API is reached.</summary>
    /// <param name="region">The region.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such region.</exception>
    public static Uri ApiAddress(this IntercomRegion region) => (uint)region < (uint)ApiAddresses.Length
        ? ApiAddresses[(int)region]
        : throw new ArgumentOutOfRangeException(nameof(region), region, "The regions are US, EU and AU.");

    /// <summary>Whether an address belongs to the API of one of the regions, so that a token may be sent to it.</summary>
    /// <param name="address">The address.</param>
    public static bool IsApiAddress(Uri address) =>
        address.IsAbsoluteUri && Array.Exists(ApiAddresses, known => Uri.Compare(known, address, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) == 0);
}
