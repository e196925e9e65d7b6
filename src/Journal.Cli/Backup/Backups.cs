using System.Data;
using System.Globalization;
using System.Security.Cryptography;
using Journal.Cli.Running;
using Journal.Postgres;
using Npgsql;

namespace Journal.Cli.Backup;

/// <summary>Writes a journal's database to one file while it is in use, proves the file by restoring it, and restores it.</summary>
/// <param name="database">Leads to the journal.</param>
/// <param name="scratch">Leads to a database of the same server as somebody who may make another.</param>
internal sealed class Backups(string database, string scratch)
{
    private const string Schema = "journal";
    private const int Kept = 14;
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    /// <summary>Writes it.</summary>
    /// <param name="file">Where to; a file that is there is kept.</param>
    /// <param name="ct">Cancels; nothing is left then.</param>
    /// <exception cref="VerbException"><c>backup.file</c>, <c>backup.differs</c>.</exception>
    public async Task<BackupAnswer> WriteAsync(string file, CancellationToken ct)
    {
        var (whole, part) = (Path.GetFullPath(file), Path.GetFullPath(file) + ".part");
        Create(whole, part);
        try
        {
            var (written, version) = await DumpAsync(part, ct);
            var isChecked = await CheckAsync(part, written, version, ct);
            using (var stream = new FileStream(part, FileMode.Open, FileAccess.ReadWrite))
                stream.Flush(flushToDisk: true);
            File.Move(part, whole, overwrite: false);
            return new(whole, new FileInfo(whole).Length, Events(written), isChecked);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Restores a file into a database without a journal.</summary>
    /// <returns>How many events there are now.</returns>
    /// <exception cref="VerbException"><c>restore.nofile</c>, <c>restore.notempty</c>.</exception>
    public async Task<long> RestoreAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file))
            throw new VerbException(ExitCode.NotFound, "restore.nofile", "There is no such file.");
        await using var connection = await OpenAsync(database, ct);
        if (await CountAsync(connection, "mt_events", ct) + await CountAsync(connection, "mt_doc_person", ct) is > 0)
            throw new VerbException(ExitCode.Conflict, "restore.notempty", "There is a journal here already, and it stays as it is. Restore beside it: another folder in JOURNAL_HOME, or an empty database in JOURNAL_DATABASE.");
        await using (var empty = new NpgsqlCommand($"drop schema if exists {Schema} cascade", connection))
            await empty.ExecuteNonQueryAsync(ct);
        await PostgresDump.RestoreAsync(database, connection.PostgreSqlVersion.Major, Path.GetFullPath(file), ct);
        return await CountAsync(connection, "mt_events", ct);
    }

    /// <summary>Takes away again what was restored, where it cannot be opened here.</summary>
    public async Task TakeBackAsync(CancellationToken ct)
    {
        await using var connection = await OpenAsync(database, ct);
        await RunAsync(connection, $"drop schema if exists {Schema} cascade", ct);
    }

    /// <summary>Writes a file into a folder once a day and keeps the newest fourteen, until cancelled.</summary>
    /// <param name="folder">Where; made where it is not there.</param>
    /// <param name="clock">Tells the day.</param>
    /// <param name="tell">Is told what failed; the next try is an hour later.</param>
    /// <param name="ct">Ends it.</param>
    public async Task KeepAsync(string folder, TimeProvider clock, Action<string> tell, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                try
                {
                    await KeepOneAsync(folder, clock.GetUtcNow(), ct);
                }
                catch (Exception e) when (e is VerbException or PostgresClusterException or NpgsqlException or IOException or UnauthorizedAccessException)
                {
                    tell($"No backup was written; the next try is in an hour. {e.Message}");
                }

                await Task.Delay(Look, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    /// <summary>Writes a file where the newest is a day old, and deletes what is too old to keep.</summary>
    public async Task KeepOneAsync(string folder, DateTimeOffset now, CancellationToken ct)
    {
        var there = BackupNames.In(folder);
        if (there is [.., var newest] && now - newest.At < Every)
            return;
        Directory.CreateDirectory(folder);
        await WriteAsync(Path.Combine(folder, BackupNames.At(now)), ct);
        foreach (var old in BackupNames.In(folder).SkipLast(Kept))
            File.Delete(old.Path);
    }

    private static void Create(string whole, string part)
    {
        try
        {
            if (Path.Exists(whole))
                throw new VerbException(ExitCode.Refused, "backup.file", "There is such a file already, and it is kept.");
            using var made = OperatingSystem.IsWindows()
                ? new FileStream(part, FileMode.Create)
                : new FileStream(part, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(ExitCode.Refused, "backup.file", $"The file cannot be written: {e.Message}");
        }
    }

    // What is counted and what is written is what one transaction sees, whoever writes meanwhile.
    private async Task<(IReadOnlyDictionary<string, string> Written, int Version)> DumpAsync(string part, CancellationToken ct)
    {
        await using var connection = await OpenAsync(database, ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var export = new NpgsqlCommand("select pg_export_snapshot()", connection);
        var snapshot = (string)(await export.ExecuteScalarAsync(ct))!;
        var written = await Fingerprint.OfAsync(connection, Schema, ct);
        await PostgresDump.WriteAsync(database, connection.PostgreSqlVersion.Major, Schema, snapshot, part, ct);
        return (written, connection.PostgreSqlVersion.Major);
    }

    /// <returns>False where nobody here may make a database to try it in.</returns>
    private async Task<bool> CheckAsync(string part, IReadOnlyDictionary<string, string> written, int version, CancellationToken ct)
    {
        var name = $"journal_check_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        await using var server = await OpenAsync(scratch, ct);
        try
        {
            await RunAsync(server, $"create database {name} template template0 encoding 'UTF8' locale 'C'", ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return false;
        }

        try
        {
            var to = new NpgsqlConnectionStringBuilder(scratch) { Database = name }.ConnectionString;
            await PostgresDump.RestoreAsync(to, version, part, ct);
            await using var connection = await OpenAsync(to, ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var restored = await Fingerprint.OfAsync(connection, Schema, ct);
            return written.SequenceEqual(restored) ? true
                : throw new VerbException(ExitCode.Differs, "backup.differs", $"What was written is not what is there, in {string.Join(", ", written.Except(restored).Select(table => table.Key))}. No file was left.");
        }
        finally
        {
            await RunAsync(server, $"drop database {name} with (force)", CancellationToken.None);
        }
    }

    private static long Events(IReadOnlyDictionary<string, string> written) =>
        written.TryGetValue("mt_events", out var events) ? long.Parse(events.Split(' ')[0], CultureInfo.InvariantCulture) : 0;

    private static async Task<NpgsqlConnection> OpenAsync(string to, CancellationToken ct)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(to) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var there = new NpgsqlCommand("select to_regclass($1) is not null", connection) { Parameters = { new() { Value = $"{Schema}.{table}" } } };
        if (await there.ExecuteScalarAsync(ct) is not true)
            return 0;
        await using var count = new NpgsqlCommand($"select count(*) from {Schema}.{table}", connection);
        return (long)(await count.ExecuteScalarAsync(ct))!;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(statement, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}

/// <param name="File">Where it lies.</param>
/// <param name="Bytes">How large it is.</param>
/// <param name="Events">How many events are in it.</param>
/// <param name="Checked">Whether it was restored beside the journal and found equal, row by row.</param>
internal sealed record BackupAnswer(string File, long Bytes, long Events, bool Checked);

/// <param name="Events">How many events were restored.</param>
internal sealed record RestoreAnswer(long Events);
