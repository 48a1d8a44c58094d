using System.Globalization;

namespace Intercom.Testing;

/// <summary>How the realtime service reports that something is wrong with a token.</summary>
internal static class FinWire
{
    public static string Error(int code, string message) => JsonText.Write(json =>
    {
        json.WriteString("message", message);
        json.WriteNumber("code", code);
        json.WriteNumber("statusCode", 401);
        json.WriteString("href", string.Create(CultureInfo.InvariantCulture, $"https://help.ably.io/error/{code}"));
    });

    public static FakeAnswer Refusal(int code, string message) => FakeAnswer.Json($$"""{"error":{{Error(code, message)}}}""", 401);
}
