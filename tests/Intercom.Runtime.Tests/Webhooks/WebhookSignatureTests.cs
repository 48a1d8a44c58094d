using System.Text;
using Intercom.Webhooks;
using Xunit;
using Xunit.Abstractions;
using static Intercom.Webhooks.WebhookSignatureCheck;

namespace Intercom.Runtime.Tests.Webhooks;

public class WebhookSignatureTests(ITestOutputHelper output)
{
    private static readonly byte[] Body = """{"type":"notification_event","topic":"ping"}"""u8.ToArray();
    private static readonly WebhookSecret Secret = "client-secret";

    // Published with the algorithms: RFC 2202 and RFC 4231, the cases whose key is text.
    [Theory]
    [InlineData("sha1", "Jefe", "what do ya want for nothing?", "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")]
    [InlineData("sha256", "Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")]
    public void The_vectors_of_the_standards_are_valid(string algorithm, string key, string data, string digest)
    {
        var signature = Scheme(algorithm);
        Assert.Equal($"{algorithm}={digest}", signature.Create(Encoding.ASCII.GetBytes(data), key));
        Assert.Equal(Valid, signature.Check(Encoding.ASCII.GetBytes(data), $"{algorithm}={digest}", key));
    }

    // Case 4 of both: a key of the characters 1 to 25, data that is no UTF-8.
    [Theory]
    [InlineData("sha1", "4c9007f4026250c6bc8414f9bf50c86c2d7235da")]
    [InlineData("sha256", "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b")]
    public void Control_characters_of_a_secret_are_part_of_the_key(string algorithm, string digest)
    {
        var key = string.Concat(Enumerable.Range(1, 25).Select(static i => (char)i));
        Assert.Equal(Valid, Scheme(algorithm).Check(Enumerable.Repeat((byte)0xcd, 50).ToArray(), $"{algorithm}={digest}", key));
    }

    // All others of both: their keys are no text. RFC 2104 itself has vectors for MD5 only; those for SHA-1 are in RFC 2202. Case 5 of RFC 4231 is cut to 128 bits, which no header of Intercom's is.
    [Theory]
    [InlineData("sha1", "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b617318655057264e28bc0b6fb378c8ef146be00")]
    [InlineData("sha1", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "dd*50", "125d7342b9ac11cd91a39af48aa17b4f63f175d3")]
    [InlineData("sha1", "0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c", "Test With Truncation", "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04")]
    [InlineData("sha1", "aa*80", "Test Using Larger Than Block-Size Key - Hash Key First", "aa4ae5e15272d00e95705637ce8a3b55ed402112")]
    [InlineData("sha1", "aa*80", "Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data", "e8e99d0f45237d786d6bbaa7965c7808bbff1a91")]
    [InlineData("sha256", "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")]
    [InlineData("sha256", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "dd*50", "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe")]
    [InlineData("sha256", "aa*131", "Test Using Larger Than Block-Size Key - Hash Key First", "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54")]
    [InlineData("sha256", "aa*131", "This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.", "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2")]
    public void The_vectors_of_the_standards_with_other_keys_are_valid(string algorithm, string key, string data, string digest)
    {
        static byte[] Bytes(string text) => text.Split('*') is [var hex, var count]
            ? Enumerable.Repeat(Convert.FromHexString(hex)[0], int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)).ToArray()
            : Convert.FromHexString(text);
        var body = data.Contains('*', StringComparison.Ordinal) ? Bytes(data) : Encoding.ASCII.GetBytes(data);
        var secret = WebhookSecret.FromKey(Bytes(key));
        Assert.Equal(Valid, Scheme(algorithm).Check(body, $"{algorithm}={digest}", secret));
        Assert.Equal($"{algorithm}={digest}", Scheme(algorithm).Create(body, secret));
    }

    [Fact]
    public void An_empty_key_is_refused() => Assert.Throws<ArgumentException>(static () => WebhookSecret.FromKey([]));

    [Fact]
    public void A_secret_beyond_ASCII_is_taken_in_UTF_8()
    {
        using var hmac = new System.Security.Cryptography.HMACSHA256(Encoding.UTF8.GetBytes("schlüssel-鍵"));
        var expected = Convert.ToHexString(hmac.ComputeHash(Body));
        Assert.Equal(Valid, WebhookSignature.Fin.Check(Body, expected, "schlüssel-鍵"));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void The_case_of_the_digits_and_of_the_algorithm_does_not_matter(string algorithm)
    {
        var header = Scheme(algorithm).Create(Body, Secret);
        Assert.Equal(header.ToLowerInvariant(), header);
        Assert.Equal(Valid, Scheme(algorithm).Check(Body, header.ToUpperInvariant(), Secret));
    }

    [Fact]
    public void Only_Fin_may_leave_the_algorithm_out()
    {
        Assert.Equal(Valid, WebhookSignature.Fin.Check(Body, WebhookSignature.Fin.Create(Body, Secret)["sha256=".Length..], Secret));
        Assert.Equal(Malformed, WebhookSignature.Notifications.Check(Body, WebhookSignature.Notifications.Create(Body, Secret)["sha1=".Length..], Secret));
    }

    [Theory]
    [InlineData(null, Missing)]
    [InlineData("", Missing)]
    [InlineData("sha1", Malformed)]
    [InlineData(" ", Malformed)]
    [InlineData("sha1=", WrongLength)]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c7", WrongLength)]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c7900", WrongLength)]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c7g", Malformed)]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79 ", Malformed)]
    [InlineData("sha1==effcdf6ae5eb2fa2d27416d5f184df9c259a7c7", Malformed)]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79,sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", Malformed)]
    [InlineData("sha1=ｅffcdf6ae5eb2fa2d27416d5f184df9c259a7c79", Malformed)]
    [InlineData("sha256=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", WrongAlgorithm)]
    [InlineData("=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", WrongAlgorithm)]
    [InlineData("sha1=0000000000000000000000000000000000000000", Mismatch)]
    [InlineData("sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79", Valid)]
    public void Each_failure_has_a_reason_of_its_own(string? header, WebhookSignatureCheck expected) =>
        Assert.Equal(expected, WebhookSignature.Notifications.Check("what do ya want for nothing?"u8, header, "Jefe"));

    [Fact]
    public void A_signature_of_the_other_kind_is_not_taken()
    {
        Assert.Equal(WrongAlgorithm, WebhookSignature.Fin.Check(Body, WebhookSignature.Notifications.Create(Body, Secret), Secret));
        Assert.Equal(WrongAlgorithm, WebhookSignature.Notifications.Check(Body, WebhookSignature.Fin.Create(Body, Secret), Secret));
        Assert.Equal(WrongLength, WebhookSignature.Fin.Check(Body, WebhookSignature.Notifications.Create(Body, Secret)["sha1=".Length..], Secret));
    }

    [Fact]
    public void Any_of_several_secrets_may_have_signed()
    {
        WebhookSecret[] secrets = ["new", "client-secret", "older"];
        Assert.All(secrets, signer => Assert.Equal(Valid, WebhookSignature.Fin.Check(Body, WebhookSignature.Fin.Create(Body, signer), secrets)));
        Assert.Equal(Mismatch, WebhookSignature.Fin.Check(Body, WebhookSignature.Fin.Create(Body, "client-Secret"), secrets));
    }

    [Fact]
    public void Without_a_secret_nothing_is_valid() =>
        Assert.Equal(NoSecret, WebhookSignature.Notifications.Check(Body, WebhookSignature.Notifications.Create(Body, Secret), []));

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void Each_single_bit_of_the_body_counts(string algorithm)
    {
        var header = Scheme(algorithm).Create(Body, Secret);
        for (var bit = 0; bit < Body.Length * 8; bit++)
        {
            var changed = Body.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(Mismatch, Scheme(algorithm).Check(changed, header, Secret));
        }

        output.WriteLine($"{algorithm}: {Body.Length * 8} bits changed, none accepted");
        Assert.Equal(Valid, Scheme(algorithm).Check(Body, header, Secret));
        Assert.Equal(Mismatch, Scheme(algorithm).Check(Body.AsSpan()[..^1], header, Secret));
        Assert.Equal(Mismatch, Scheme(algorithm).Check([.. Body, (byte)'\n'], header, Secret));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public void Each_single_digit_of_the_signature_counts(string algorithm)
    {
        var header = Scheme(algorithm).Create(Body, Secret);
        for (var i = algorithm.Length + 1; i < header.Length; i++)
        {
            var changed = header.ToCharArray();
            changed[i] = changed[i] == '0' ? '1' : '0';
            Assert.Equal(Mismatch, Scheme(algorithm).Check(Body, new string(changed), Secret));
        }
    }

    [Fact]
    public void A_body_of_a_megabyte_and_an_empty_one_are_checked()
    {
        var large = new byte[1 << 20];
        new Random(1).NextBytes(large);
        var header = WebhookSignature.Notifications.Create(large, Secret);
        Assert.Equal(Valid, WebhookSignature.Notifications.Check(large, header, Secret));
        large[^1] ^= 1;
        Assert.Equal(Mismatch, WebhookSignature.Notifications.Check(large, header, Secret));
        Assert.Equal(Valid, WebhookSignature.Notifications.Check([], WebhookSignature.Notifications.Create([], Secret), Secret));
    }

    [Fact]
    public void A_secret_shows_itself_nowhere()
    {
        Assert.Equal("***", Secret.ToString());
        Assert.Equal("***", $"{Secret}");
        Assert.DoesNotContain("client", System.Text.Json.JsonSerializer.Serialize(Secret), StringComparison.Ordinal);
        Assert.Empty(typeof(WebhookSecret).GetProperties());
        Assert.Empty(typeof(WebhookSecret).GetFields());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void An_empty_secret_is_refused_when_it_is_configured(string? secret) => Assert.Throws<ArgumentException>(() => new WebhookSecret(secret));

    private static WebhookSignature Scheme(string algorithm) => algorithm == "sha1" ? WebhookSignature.Notifications : WebhookSignature.Fin;
}
