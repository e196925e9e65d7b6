using System.Diagnostics;
using Npgsql;

namespace Journal.Postgres;

/// <summary>PostgreSQL's own programs for backups, pg_dump and pg_restore, on any database that they can reach.</summary>
public static class PostgresDump
{
    /// <summary>Writes one schema of a database to a file.</summary>
    /// <param name="connectionString">Leads to the database. Its password goes to the program by its environment, which others cannot read.</param>
    /// <param name="version">The server's major version: an older program cannot read it.</param>
    /// <param name="schema">What is written.</param>
    /// <param name="snapshot">As which transaction sees it, by the name that it exported.</param>
    /// <param name="file">Where to; it is there and empty.</param>
    /// <param name="ct">Ends the program.</param>
    /// <exception cref="PostgresClusterException"><c>backup.tool</c>: the program is not here, or older than the server. <c>backup.failed</c>, with what it said.</exception>
    public static Task WriteAsync(string connectionString, int version, string schema, string snapshot, string file, CancellationToken ct) =>
        RunAsync("pg_dump", connectionString, version, ["--format=custom", "--no-owner", "--no-privileges", $"--schema={schema}", $"--snapshot={snapshot}", $"--file={file}"], ct);

    /// <summary>Restores such a file into a database, all of it or nothing.</summary>
    /// <exception cref="PostgresClusterException"><c>backup.tool</c>, <c>backup.failed</c>.</exception>
    public static Task RestoreAsync(string connectionString, int version, string file, CancellationToken ct) =>
        RunAsync("pg_restore", connectionString, version, ["--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges", $"--dbname={new NpgsqlConnectionStringBuilder(connectionString).Database}", file], ct);

    private static async Task RunAsync(string program, string connectionString, int version, string[] arguments, CancellationToken ct)
    {
        var outcome = await Tool.RunAsync(Call(await FindAsync(program, version, ct), new(connectionString), arguments), ct);
        if (outcome.ExitCode != 0)
            throw new PostgresClusterException("backup.failed", $"{program} failed: {Said(outcome.Error)}");
    }

    // It tells first what went wrong and then what that stopped.
    private static string Said(string error) => error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault("it did not say why.");

    private static async Task<string> FindAsync(string program, int version, CancellationToken ct)
    {
        try
        {
            if (await PostgresBinaries.FindAsync(version, ct) is var server && File.Exists(server.Program(program)))
                return server.Program(program);
        }
        catch (PostgresClusterException)
        {
            // A server elsewhere needs none of its programs here but these two.
        }

        var found = Tool.Find(OperatingSystem.IsWindows() ? program + ".exe" : program);
        // Some ways to get a server leave these two out, and an older one is found instead.
        if (found is not null && await PostgresBinaries.VersionAsync(found, ct) is var here && here >= version)
            return found;
        throw new PostgresClusterException(
            "backup.tool", $"{program} of PostgreSQL {version} or newer is not on this machine{(found is null ? "" : $" ({found} is older)")}. JOURNAL_PG_BIN names the folder it is in.");
    }

    private static ProcessStartInfo Call(string program, NpgsqlConnectionStringBuilder to, string[] arguments)
    {
        var call = new ProcessStartInfo(program, arguments);
        foreach (var name in call.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.OrdinalIgnoreCase)).ToList())
            call.Environment.Remove(name);
        (string Name, string? Value)[] settings =
        [
            ("PGHOST", to.Host), ("PGPORT", to.Port.ToString(CultureInfo.InvariantCulture)), ("PGUSER", to.Username), ("PGPASSWORD", to.Password), ("PGDATABASE", to.Database),
            ("PGPASSFILE", to.Passfile), ("PGSSLROOTCERT", to.RootCertificate), ("PGSSLMODE", Ssl(to.SslMode)), ("PGGSSENCMODE", to.GssEncryptionMode == GssEncryptionMode.Disable ? "disable" : null), ("LC_ALL", "C"),
        ];
        foreach (var (name, value) in settings.Where(setting => setting.Value is { Length: > 0 }))
            call.Environment[name] = value;
        return call;
    }

    private static string Ssl(SslMode mode) => mode switch
    {
        SslMode.VerifyCA => "verify-ca",
        SslMode.VerifyFull => "verify-full",
        _ => mode.ToString().ToLowerInvariant(),
    };
}
