using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Intercom;

/// <summary>
/// Proves to the Messenger who a visitor is. To be made on the server only, with the secret of Settings › Messenger › Security.
/// </summary>
public static class IntercomIdentity
{
    private const string Header = """{"alg":"HS256","typ":"JWT"}""";

    /// <summary>Makes the value of <c>intercom_user_jwt</c>: a JSON Web Token signed with HMAC-SHA256.</summary>
    /// <param name="secret">The Messenger's secret.</param>
    /// <param name="userId">The id by which the app knows the user.</param>
    /// <param name="expiresIn">How long the token is valid, in whole seconds, rounded up; positive.</param>
    /// <param name="claims">What else is signed, for instance <c>email</c>; <c>user_id</c>, <c>iat</c> and <c>exp</c> are given by the
    /// other parameters.</param>
    /// <param name="time">The clock; the system's by default.</param>
    /// <exception cref="ArgumentException">The secret or the id is empty, the time is not positive, or a claim is one that the other
    /// parameters give.</exception>
    public static string CreateJwt(
        string secret,
        string userId,
        TimeSpan expiresIn,
        IEnumerable<KeyValuePair<string, Json.IntercomValue>>? claims = null,
        TimeProvider? time = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(expiresIn, TimeSpan.Zero);
        var now = (time ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds();
        var payload = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(payload))
        {
            json.WriteStartObject();
            json.WriteString("user_id", userId);
            json.WriteNumber("iat", now);
            json.WriteNumber("exp", now + (long)Math.Ceiling(expiresIn.TotalSeconds));
            foreach (var (name, value) in claims ?? [])
            {
                if (name is "user_id" or "iat" or "exp")
                    throw new ArgumentException($"The claim '{name}' is given by another parameter.", nameof(claims));
                json.WritePropertyName(name);
                value.Element.WriteTo(json);
            }

            json.WriteEndObject();
        }

        var signed = $"{Base64Url.Encode(Encoding.UTF8.GetBytes(Header))}.{Base64Url.Encode(payload.WrittenSpan)}";
        return $"{signed}.{Base64Url.Encode(Hmac(secret, signed))}";
    }

    /// <summary>
    /// Makes the value of <c>user_hash</c>, the older proof: HMAC-SHA256 in hexadecimal digits. New apps use <see cref="CreateJwt"/>.
    /// </summary>
    /// <param name="secret">The Messenger's secret.</param>
    /// <param name="userIdOrEmail">The user's id, or the e-mail address where no id is given to the Messenger.</param>
    /// <exception cref="ArgumentException">A parameter is empty.</exception>
    public static string UserHash(string secret, string userIdOrEmail)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        ArgumentException.ThrowIfNullOrWhiteSpace(userIdOrEmail);
        return Convert.ToHexString(Hmac(secret, userIdOrEmail)).ToLowerInvariant();
    }

    private static byte[] Hmac(string secret, string text) =>
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));
}
