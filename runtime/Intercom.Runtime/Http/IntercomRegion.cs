namespace Intercom;

/// <summary>Where a workspace is hosted. A token works in its own region only; elsewhere it is answered with 401.</summary>
public enum IntercomRegion
{
    /// <summary>United States: <c>api.intercom.io</c>.</summary>
    US,

    /// <summary>European Union: <c>api.eu.intercom.io</c>.</summary>
    EU,

    /// <summary>Australia: <c>api.au.intercom.io</c>.</summary>
    AU,
}
