namespace Intercom;

/// <summary>Base 64 in the alphabet of addresses, without padding. The BCL has it from .NET 9 on.</summary>
internal static class Base64Url
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
