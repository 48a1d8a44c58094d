using Intercom.Testing;
using Xunit;

namespace Intercom.Client.Tests;

/// <summary>What the client says of a call whose version lacks the operation.</summary>
public sealed class VersionGapTests
{
    [Fact]
    public async Task An_operation_that_came_later_says_so_where_it_is_not_found()
    {
        await using var fake = FakeIntercom.InMemory();
        fake.On("GET /brands").Fails(404, "not_found", "No such path");
        var intercom = new IntercomClient(fake.Options);
        var old = await Assert.ThrowsAsync<IntercomNotFoundException>(async () => await intercom.Brands.ListAsync(new RequestOptions { ApiVersion = "2.14" }));
        Assert.EndsWith("This operation is there since 2.16; the client speaks 2.14.", old.Message, StringComparison.Ordinal);
        var own = await Assert.ThrowsAsync<IntercomNotFoundException>(async () => await intercom.Brands.ListAsync());
        Assert.DoesNotContain("speaks", own.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_of_preview_alone_says_that()
    {
        await using var fake = FakeIntercom.InMemory();
        fake.On("GET /folders").Fails(400, "parameter_invalid", "No");
        fake.Options.ApiVersion = "2.16";
        var failure = await Assert.ThrowsAsync<IntercomBadRequestException>(async () => await new IntercomClient(fake.Options).Folders.ListAsync());
        Assert.EndsWith("This operation is there in Preview only; the client speaks 2.16.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_every_version_has_says_nothing()
    {
        await using var fake = FakeIntercom.InMemory();
        fake.On("GET /me").Fails(404, "not_found", "No");
        fake.Options.ApiVersion = "2.14";
        var failure = await Assert.ThrowsAsync<IntercomNotFoundException>(() => new IntercomClient(fake.Options).Admins.GetMeAsync());
        Assert.DoesNotContain("speaks", failure.Message, StringComparison.Ordinal);
    }
}
