using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Intercom.AspNetCore;

/// <summary>The database's clock: the only one that all processes share.</summary>
internal static class InboxClock
{
    /// <summary>The time in milliseconds since 1970.</summary>
    public static async Task<long> NowAsync(DbContext db, IntercomWebhookInboxOptions options, CancellationToken cancellationToken)
    {
        var sql = Query(db, options.ClockSql ?? Time(db.Database.ProviderName));
        return (await db.Database.SqlQueryRaw<long>(sql).ToListAsync(cancellationToken).ConfigureAwait(false))[0];
    }

    // A query for a plain value names it so.
    private static string Query(DbContext db, string time) =>
        $"SELECT {time} AS {db.GetService<ISqlGenerationHelper>().DelimitIdentifier("Value")}";

    private static string Time(string? provider) => provider switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)",
        "Npgsql.EntityFrameworkCore.PostgreSQL" => "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)",
        "Microsoft.EntityFrameworkCore.SqlServer" => "DATEDIFF_BIG(millisecond, '1970-01-01', SYSUTCDATETIME())",
        _ => throw new InvalidOperationException(
            $"How {provider} tells the time is not known: set {nameof(IntercomWebhookInboxOptions.ClockSql)} to an expression that gives "
            + "milliseconds since 1970."),
    };
}
