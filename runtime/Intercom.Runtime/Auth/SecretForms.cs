using System.Text;

namespace Intercom;

/// <summary>How a secret can stand in a text, escapes of single characters aside.</summary>
internal static class SecretForms
{
    // From here on a half is long enough not to stand in a text by chance.
    private const int ShortestHalved = 24;

    public static IEnumerable<string> Of(string secret)
    {
        yield return secret;
        if (secret.Length >= ShortestHalved)
            yield return secret[(secret.Length / 2)..];
        if (!Ascii.IsValid(secret))
            yield return Uri.EscapeDataString(secret);
        var utf8 = Encoding.UTF8.GetBytes(secret);
        yield return Convert.ToHexString(utf8);
        for (var before = 0; before < 3; before++)
        {
            var inside = Base64(utf8, before);
            yield return inside;
            yield return inside.Replace('+', '-').Replace('/', '_');
        }
    }

    // Base 64 of a longer text, "user:secret" say, holds the secret's own digits between two that depend on the neighbours.
    private static string Base64(byte[] secret, int before)
    {
        var whole = Convert.ToBase64String([.. new byte[before], .. secret]);
        var first = ((before * 8) + 5) / 6;
        var last = (before + secret.Length) * 8 / 6;
        return whole[first..last];
    }
}
