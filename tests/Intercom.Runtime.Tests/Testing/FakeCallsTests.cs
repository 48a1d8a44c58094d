using Intercom.Json;
using Xunit;

namespace Intercom.Testing.Tests;

public sealed class FakeCallsTests
{
    [Theory, BothFakes]
    public async Task A_call_is_recorded_with_everything_but_its_token(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.Options.AccessToken = "very-secret";
        intercom.On("POST /contacts/{id}/greetings").Returns(200, "{}");

        var request = new ApiRequest("POST /contacts/{id}/greetings", "a b/ü").Query("page", 2).Query<string, JsonText>("tags", ["x", "y&z"], ParameterStyle.Form).Body(new Greeting { Text = "Hello" });
        await intercom.Connect().SendAsync(request, null, CancellationToken.None);

        var call = intercom.Calls.Single("POST /contacts/{id}/greetings");
        Assert.Equal("POST /contacts/{id}/greetings", call.Operation);
        Assert.Equal("POST", call.Method);
        Assert.Equal("/contacts/a%20b%2F%C3%BC/greetings", call.Path);
        Assert.Equal("a b/ü", call.PathValues["id"]);
        Assert.Equal("2", call.Query["page"]);
        Assert.Equal("x,y&z", call.Query["tags"]);
        Assert.Equal("Preview", call.Version);
        Assert.Equal("application/json", call.Headers["Content-Type"]);
        Assert.Equal("Hello", call.Json.GetProperty("text").GetString());
        Assert.Equal("Hello", call.Read<Greeting>().Text);
        Assert.True(call.HasToken);
        Assert.DoesNotContain("very-secret", string.Concat(call.Headers.Values), StringComparison.Ordinal);
    }

    [Theory, BothFakes]
    public async Task A_call_without_a_version_is_recorded_as_such(Fake fake)
    {
        await using var intercom = await fake.StartAsync();
        intercom.On("GET /me").Returns(200, "{}");

        using var response = await intercom.GetAsync("/me");

        Assert.Null(intercom.Calls.Single("GET /me").Version);
    }

    [Theory, BothFakes]
    public async Task A_call_that_was_not_set_up_is_recorded_too(Fake fake)
    {
        await using var intercom = await fake.StartAsync();

        using var response = await intercom.GetAsync("/contacts/42?a=1");

        Assert.Equal("GET /contacts/42", intercom.Calls.Single("GET /contacts/{id}").Operation);
    }

    [Fact]
    public async Task The_one_call_of_an_operation_is_asked_for_by_its_template()
    {
        await using var intercom = FakeIntercom.InMemory();
        intercom.On("GET /contacts/{id}").Returns(200, "{}");
        await intercom.CallAsync("GET /contacts/{id}", "1");
        await intercom.CallAsync("GET /contacts/{id}", "2");

        Assert.Equal(["1", "2"], intercom.Calls.All("GET /contacts/{id}").Select(call => call.PathValues["id"]));
        Assert.Equal("2", intercom.Calls.Single("GET /contacts/2").PathValues["id"]);
        Assert.Equal(2, intercom.Calls.Count);
        var e = Assert.Throws<InvalidOperationException>(() => intercom.Calls.Single("GET /contacts/{any}"));
        Assert.Equal("GET /contacts/{any} was called 2 times, not once. The calls were: GET /contacts/1, GET /contacts/2.", e.Message);

        intercom.Calls.Clear();
        Assert.Empty(intercom.Calls);
    }
}
