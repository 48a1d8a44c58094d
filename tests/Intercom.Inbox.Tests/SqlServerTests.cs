using Intercom.AspNetCore;
using Intercom.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Intercom.Inbox.Tests;

/// <summary>
/// What can be seen of SQL Server where there is none; the other tests run on it where <c>INTERCOM_SQLSERVER</c> has a connection.
/// </summary>
public sealed class SqlServerTests
{
    private static readonly Dictionary<string, object> Row = new()
    {
        ["Id"] = 1L, ["Endpoint"] = "/intercom", ["Topic"] = "ping", ["Key"] = "ping:1", ["State"] = 0, ["Attempts"] = 1, ["Error"] = "",
        ["ReceivedAt"] = 1L, ["DueAt"] = 1L, ["EndedAt"] = 1L, ["Body"] = """{ "topic": "ping" }"""u8.ToArray(), ["IsFin"] = false,
        ["Hash"] = "A", ["OrderedWithin"] = "B", ["Holds"] = "B", ["Token"] = Guid.Empty, ["Value"] = 1L, ["Count"] = 1,
        // Whether a row is there already.
        [nameof(Microsoft.SqlServer.TransactSql.ScriptDom.SearchedCaseExpression)] = false,
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_that_is_said_to_it_is_its_language(bool isFailing)
    {
        var server = new SaidToSqlServer { Row = Row };
        string[] ofWorkers = isFailing ? ["[i].[Error] = @"] : ["INSERT INTO [Effects]", "[i].[Error] = NULL"];
        await using (var app = await InboxApp.StartAsync(
            ("SQL Server", "Server=nowhere"),
            webhooks => webhooks.On("ping", (_, services, _) =>
            {
                services.GetRequiredService<ShopContext>().Effects.Add(new Effect { Of = "ping" });
                return isFailing ? throw new InvalidOperationException("no") : Task.CompletedTask;
            }),
            build: builder => builder.Services.ConfigureDbContext<ShopContext>(options => options.AddInterceptors(server))))
        {
            await app.PostAsync(FakeWebhook.Notification("ping", "{}"));
            await InboxApp.UntilAsync(() => Task.FromResult(ofWorkers.All(server.Heard)));
            await app.Inbox.CountAsync();
            await app.Inbox.ListAsync(InboxState.Dead, before: 9);
            Assert.NotNull(await app.Inbox.FindAsync(1));
            Assert.True(await app.Inbox.PutBackAsync(1));
            Assert.True(await app.Inbox.DropAsync(1));
            await app.Inbox.PurgeAsync();
        }

        Assert.Empty(server.Statements.Distinct().SelectMany(SaidToSqlServer.Errors));
        Assert.All(
            ["INSERT INTO [IntercomWebhooks]", "DELETE FROM [i]", "GROUP BY", "SYSUTCDATETIME()", "[i].[Holds] = NULL"],
            part => Assert.True(server.Heard(part), part));
    }

    [Fact]
    public void What_is_of_another_engine_is_seen() =>
        Assert.NotEmpty(SaidToSqlServer.Errors("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint) AS \"Value\""));

    [Fact]
    public void Its_tables_are_made_in_its_language_and_rows_that_hold_nothing_are_not_duplicates_of_each_other()
    {
        using var db = ShopContext.Open("SQL Server", "Server=nowhere");
        var script = db.Database.GenerateCreateScript();
        Assert.Empty(SaidToSqlServer.Errors(script));
        Assert.Contains("([Holds]) WHERE [Holds] IS NOT NULL", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_of_indexes_are_within_what_it_allows()
    {
        const int MostBytes = 1700;
        using var db = ShopContext.Open("SQL Server", "Server=nowhere");
        var indexes = db.Model.FindEntityType(typeof(InboxEntry))!.GetIndexes().ToList();
        Assert.NotEmpty(indexes);
        Assert.All(indexes, static index => Assert.InRange(
            index.Properties.Sum(static property => property.ClrType == typeof(string) ? 2 * (property.GetMaxLength() ?? MostBytes) : 8),
            1,
            MostBytes));
    }
}
