using System.Text;
using Intercom.Json;
using Xunit;

namespace Intercom.Runtime.Tests.Json;

public sealed class TimeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static (Person Person, int Deviations) Read(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        var deviations = new JsonDeviations("GET /x", body);
        return (IntercomJson.Parse<Person>(body, deviations), deviations.Count);
    }

    [Theory]
    [InlineData("1772366400", 0)]
    [InlineData("1772366400000", 1)]
    [InlineData("1772366400.0", 1)]
    [InlineData("1.7723664E+9", 1)]
    [InlineData("\"1772366400000\"", 1)]
    [InlineData("\"1772366400\"", 1)]
    [InlineData("\"2026-03-01T12:00:00Z\"", 1)]
    [InlineData("\"2026-03-01T12:00:00.000+00:00\"", 1)]
    [InlineData("\"2026-03-01T13:00:00+01:00\"", 1)]
    [InlineData("\"2026-03-01 12:00:00 +0000\"", 1)]
    public void A_unix_time_is_read_from_every_form_of_it(string value, int deviations)
    {
        var json = $"{{\"created_at\":{value}}}";
        var (person, found) = Read(json);
        Assert.Equal(Noon, person.CreatedAt);
        Assert.Equal(deviations, found);
    }

    [Theory]
    [InlineData("\"1772366400\"")]
    [InlineData("\"2026-03-01T12:00:00Z\"")]
    [InlineData("\"2026-03-01T13:00:00+01:00\"")]
    [InlineData("1772366400000")]
    [InlineData("1772366400.0")]
    [InlineData("\"1772366400.250\"")]
    [InlineData("1772366400250")]
    [InlineData("253402300799")]
    [InlineData("-62135596800")]
    public void A_time_in_another_form_is_written_back_as_it_was_read(string value)
    {
        var json = $"{{\"created_at\":{value}}}";
        Assert.Equal(json, IntercomJson.ToJson(Read(json).Person));
    }

    [Theory]
    [InlineData("\"2026-03-01T12:00:00Z\"")]
    [InlineData("\"2026-03-01T12:00:00.000Z\"")]
    [InlineData("\"2026-03-01T12:00:00.123Z\"")]
    [InlineData("\"2026-03-01T12:00:00.123456+00:00\"")]
    [InlineData("\"2026-03-01\"")]
    [InlineData("1772366400")]
    public void An_iso_time_is_written_back_verbatim(string value)
    {
        var json = $"{{\"signed_at\":{value}}}";
        Assert.Equal(json, IntercomJson.ToJson(Read(json).Person));
    }

    [Theory]
    [InlineData("253402300799", "9999-12-31T23:59:59Z")]
    [InlineData("253402300800", "1978-01-11T21:31:40.8Z")]
    [InlineData("1772366400.25", "2026-03-01T12:00:00.25Z")]
    [InlineData("1772366400250", "2026-03-01T12:00:00.25Z")]
    public void A_number_counts_seconds_up_to_the_last_year_there_is_and_milliseconds_from_there_on(string value, string time) =>
        Assert.Equal(DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), Read($"{{\"created_at\":{value}}}").Person.CreatedAt);

    [Fact]
    public void A_time_that_was_changed_is_written_in_the_declared_form()
    {
        var person = Read("""{"created_at":"2026-03-01T12:00:00Z","signed_at":1772366400}""").Person;
        Assert.Equal("""{"created_at":1772366401,"signed_at":"2026-03-01T12:00:02Z"}""", IntercomJson.ToJson(person with { CreatedAt = Noon.AddSeconds(1), SignedAt = Noon.AddSeconds(2) }));
    }

    [Fact]
    public void A_property_that_was_read_under_an_alias_is_written_under_it()
    {
        var person = Read("""{"created":1772366400}""").Person;
        Assert.Equal(Noon, person.CreatedAt);
        Assert.Equal("""{"created":1772366400}""", IntercomJson.ToJson(person));
    }

    [Theory]
    [InlineData("2738966400")]
    [InlineData("-62135596800")]
    [InlineData("0")]
    public void Times_beyond_32_bits_and_before_1970_are_read(string seconds) =>
        Assert.Equal(long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture), Read($"{{\"created_at\":{seconds}}}").Person.CreatedAt!.Value.ToUnixTimeSeconds());

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("-9223372036854775808")]
    [InlineData("1e400")]
    [InlineData("\"2026-13-45T00:00:00Z\"")]
    [InlineData("\"\"")]
    public void A_time_that_is_none_is_kept_raw(string value)
    {
        var (person, deviations) = Read($"{{\"created_at\":{value}}}");
        Assert.Null(person.CreatedAt);
        Assert.Equal(value, person.AdditionalProperties!["created_at"].Element.GetRawText());
        Assert.Equal(1, deviations);
    }
}
