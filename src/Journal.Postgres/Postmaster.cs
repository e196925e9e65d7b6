using System.Diagnostics;
using Npgsql;

namespace Journal.Postgres;

/// <summary>The server process of one cluster. Its caller holds the start lock.</summary>
internal sealed class Postmaster(ClusterFolder folder, ServerAccount account, PostgresClusterOptions options)
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Birth = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private const int Attempts = 10;

    /// <returns>The port of the server when it runs and answers, null when it does not run.</returns>
    public async Task<int?> RunningAsync(Func<int, string> connectionString, CancellationToken ct)
    {
        if (await SettledAsync(ct) is not { } pid)
            return null;
        await AskAsync(pid, connectionString(pid.Port) + ";Pooling=false", ct);
        return pid.Port;
    }

    /// <summary>Starts the server and waits until it takes connections.</summary>
    /// <param name="binaries">Its programs.</param>
    /// <param name="port">The only port that will do; null for the one of last time or any other that is free.</param>
    /// <param name="ct">Ends the wait.</param>
    /// <exception cref="PostgresClusterException"><c>postgres.start</c>, with the end of the server's log.</exception>
    public async Task<int> StartAsync(PostgresBinaries binaries, int? port, CancellationToken ct)
    {
        ServerLog.Rotate(folder);
        // A lost race for the port and processes that a killed server has yet to leave behind pass by themselves.
        for (var attempt = 1; ; attempt++)
        {
            var log = ServerLog.Mark(folder);
            await LaunchAsync(binaries, port ?? FreePort.Choose(RememberedPort()), ct);
            if (await BornAsync(log, ct) is { } pid)
            {
                await File.WriteAllTextAsync(folder.Port, $"{pid.Port}", ct);
                return pid.Port;
            }
            if (attempt == Attempts)
                throw Failed($"PostgreSQL did not start. Its log, {folder.Log}, ends:\n{log.Tail()}");
            var pause = TimeSpan.FromMilliseconds(50 << attempt);
            await Task.Delay(pause < LongestPause ? pause : LongestPause, ct);
        }
    }

    /// <summary>Ends the server's connections, writes everything down and waits until the server has gone.</summary>
    public async Task StopAsync(PostgresBinaries binaries, CancellationToken ct)
    {
        var outcome = await Tool.RunAsync(account.Call(binaries.Program("pg_ctl"), "stop", "-s", "-W", "-m", "fast", "-D", folder.Data), ct);
        var waited = Stopwatch.StartNew();
        while (PostmasterPid.Read(folder.Data) is { IsAlive: true })
        {
            if (outcome.ExitCode != 0 || waited.Elapsed > options.Patience)
                throw Failed($"PostgreSQL did not stop. {outcome.Error.Trim()}");
            await Task.Delay(Poll, ct);
        }
    }

    private async Task LaunchAsync(PostgresBinaries binaries, int port, CancellationToken ct)
    {
        await RemoveStaleAsync(ct);
        var outcome = await Tool.LaunchAsync(OperatingSystem.IsLinux() ? Itself(binaries, port) : ByItsControl(binaries, port), ct);
        if (outcome.ExitCode != 0)
            throw Failed($"PostgreSQL did not start: {outcome.Error.Trim()}");
    }

    // Neither Ctrl-C in our terminal nor our end reaches a session of its own. The paths are the shell's arguments, so that no character in them means anything to it.
    private ProcessStartInfo Itself(PostgresBinaries binaries, int port) =>
        account.Call("/bin/sh", ["-c", "setsid \"$@\" < /dev/null >> \"$0\" 2>&1 &", folder.Log, binaries.Program("postgres"), "-D", folder.Data, .. ServerSettings.For(options, port)]);

    // pg_ctl gives it a session too, and pastes the paths into a command of a shell's, in which some characters mean something.
    private ProcessStartInfo ByItsControl(PostgresBinaries binaries, int port)
    {
        if (folder.Data.IndexOfAny(['"', '$', '`', '\\']) is >= 0 and var at && !OperatingSystem.IsWindows())
            throw new PostgresClusterException("home.name", $"The path {folder.Data} holds the character {folder.Data[at]}, which pg_ctl cannot take. Set JOURNAL_HOME to another folder.");
        return account.Call(binaries.Program("pg_ctl"), "start", "-s", "-W", "-D", folder.Data, "-l", folder.Log, "-o", string.Join(' ', ServerSettings.For(options, port)));
    }

    // A power cut or a full disk can leave the file empty or torn. A server that has only begun to write it is given the time to.
    private async Task RemoveStaleAsync(CancellationToken ct)
    {
        var file = PostmasterPid.PathIn(folder.Data);
        for (var waited = Stopwatch.StartNew(); File.Exists(file) && PostmasterPid.Read(folder.Data) is null && PostmasterPid.IsWorkedIn(folder.Data) && waited.Elapsed < Birth;)
            await Task.Delay(Poll, ct);
        // Safe for data in use too: besides this file, PostgreSQL guards the folder by the shared memory of its processes.
        if (PostmasterPid.Read(folder.Data) is { } pid ? !pid.IsAlive : !PostmasterPid.IsWorkedIn(folder.Data))
            File.Delete(file);
    }

    /// <returns>The server once it takes connections, or null when it has ended instead.</returns>
    private async Task<PostmasterPid?> BornAsync(ServerLog.Position log, CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < options.Patience)
        {
            var pid = PostmasterPid.Read(folder.Data);
            if (pid is { IsReady: true, IsAlive: true })
                return pid;
            if (pid is not { IsAlive: true } && (log.TellsOfDeath() || waited.Elapsed > Birth))
                return null;
            await Task.Delay(Poll, ct);
        }
        throw Failed($"PostgreSQL was not ready after {options.Patience.TotalSeconds:0} s. Its log, {folder.Log}, ends:\n{log.Tail()}");
    }

    /// <returns>The live server, after waiting for one that is starting or stopping; null when there is none.</returns>
    private async Task<PostmasterPid?> SettledAsync(CancellationToken ct)
    {
        var waited = Stopwatch.StartNew();
        while (PostmasterPid.Read(folder.Data) is { IsAlive: true } pid)
        {
            if (pid.IsReady)
                return pid;
            if (waited.Elapsed > options.Patience)
                throw Failed($"PostgreSQL (process {pid.Id}) has been {pid.Status} for {options.Patience.TotalSeconds:0} s. See {folder.Log}.");
            await Task.Delay(Poll, ct);
        }
        return null;
    }

    private static async Task AskAsync(PostmasterPid pid, string connectionString, CancellationToken ct)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            // Full is alive.
        }
        catch (NpgsqlException e)
        {
            throw Failed($"PostgreSQL runs (process {pid.Id}, port {pid.Port}) and does not let the journal in: {e.Message}", e);
        }
    }

    private int? RememberedPort() =>
        File.Exists(folder.Port) && int.TryParse(File.ReadAllText(folder.Port), NumberStyles.None, CultureInfo.InvariantCulture, out var port) ? port : null;

    private static PostgresClusterException Failed(string message, Exception? inner = null) => new("postgres.start", message, inner);
}
