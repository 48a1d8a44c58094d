using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Intercom.Inbox.Tests;

/// <summary>A PostgreSQL on loopback in a folder of its own.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string Superuser = "inbox";
    private static readonly string? Programs = Find();
    private readonly string _folder = Directory.CreateTempSubdirectory("inbox-postgres-").FullName;
    private readonly int _port = FreePort();
    private int _databases;

    /// <param name="settings">Settings of the server, such as <c>fsync=off</c>.</param>
    public PostgresServer(params string[] settings)
    {
        var data = Path.Combine(_folder, "data");
        if (IsRoot)
            Run("chown", Servant, _folder);
        RunAsServant("initdb", "-D", data, "-U", Superuser, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync");
        string[] all = ["listen_addresses=127.0.0.1", "unix_socket_directories=''", $"port={_port}", "max_connections=200", .. settings];
        RunAsServant("pg_ctl", "-D", data, "-w", "-l", Path.Combine(_folder, "log"), "-o", string.Join(' ', all.Select(static s => $"-c {s}")), "start");
    }

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? Reason =>
        Programs is null ? "there is no PostgreSQL on this machine (initdb, pg_ctl)"
        : IsRoot && !File.ReadLines("/etc/passwd").Any(static line => line.StartsWith(Servant + ":", StringComparison.Ordinal))
            ? $"PostgreSQL does not run as root, and there is no user {Servant} to run it as"
        : null;

    private static string Servant => "postgres";

    private static bool IsRoot => Environment.UserName == "root";

    /// <summary>A connection to a new, empty database.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"inbox_{Interlocked.Increment(ref _databases)}");
        await using var connection = new NpgsqlConnection(Connection("postgres"));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return Connection(name);
    }

    public void Dispose()
    {
        RunAsServant("pg_ctl", "-D", Path.Combine(_folder, "data"), "-w", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    private string Connection(string database) => $"Host=127.0.0.1;Port={_port};Username={Superuser};Database={database};Maximum Pool Size=30";

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Concat(Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").Select(static version => $"{version}/bin") : [])
        .FirstOrDefault(static folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void RunAsServant(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs ?? throw new InvalidOperationException(Reason), program);
        if (IsRoot)
            Run("runuser", ["-u", Servant, "--", path, .. arguments]);
        else
            Run(path, arguments);
    }

    // The server keeps what it inherits open: nothing is read from it but how it ended.
    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", program, .. arguments]) { WorkingDirectory = "/" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
