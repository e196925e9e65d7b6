using Npgsql;

namespace Journal.Postgres;

/// <summary>
/// A private PostgreSQL in the journal's home folder, shared by every process of this machine that uses that folder.
/// The first one starts the server, the last one to leave stops it; see docs/decisions/0010-one-private-cluster-many-processes.md.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly ClusterFolder _folder;
    private readonly Postmaster _server;
    private readonly PostgresClusterOptions _options;
    private readonly TimeSpan _patience;
    private FileLock? _use;
    private string _password = "";

    private PostgresCluster(PostgresClusterOptions options)
    {
        _folder = ClusterFolder.In(options.Home);
        _options = options;
        _server = new(_folder, ServerAccount.Current, options);
        _patience = options.Patience;
    }

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private int Port { get; set; }

    /// <summary>Leads to the database <c>journal</c> as its owner, who is no superuser. Holds the password: not for logs.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Leads to the database <c>postgres</c> as the superuser, for creating databases and for backups. Not for logs.</summary>
    public string SuperuserConnectionString { get; private set; } = "";

    /// <summary>Makes the cluster if there is none, starts it if it does not run, and joins it until disposed.</summary>
    /// <exception cref="PostgresClusterException">It cannot be; the code and the message say why.</exception>
    /// <remarks>About 0.2 s for a cluster that is there, 1 to 2 s for a new one, and one connection for a server that runs.</remarks>
    public static async Task<PostgresCluster> StartAsync(PostgresClusterOptions options, CancellationToken ct)
    {
        var cluster = new PostgresCluster(options);
        await cluster.JoinAsync(ct);
        return cluster;
    }

    /// <summary>Leaves the cluster, and stops the server when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_use is null)
            return;
        using var starting = await FileLock.ExclusiveAsync(_folder.StartLock, _patience, CancellationToken.None);
        await LeaveAsync();
    }

    /// <summary>Starts the server again whenever it has ended, however it did, on the port it had. Returns when cancelled.</summary>
    /// <param name="tell">Is told what happened, in a sentence.</param>
    /// <param name="ct">Ends the watch.</param>
    /// <remarks>Looks four times a second at a file and a process; after a start that failed it waits, from half a second to half a minute.</remarks>
    public async Task KeepRunningAsync(Action<string> tell, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tell);
        var pause = Look;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(pause, ct);
                if (PostmasterPid.Read(_folder.Data) is not { IsAlive: true } && await RestartAsync(ct))
                    tell("PostgreSQL had ended and was started again.");
                pause = Look;
            }
            catch (Exception e) when (e is PostgresClusterException or IOException or UnauthorizedAccessException)
            {
                pause = TimeSpan.FromTicks(Math.Min(Math.Max(2 * pause.Ticks, 2 * Look.Ticks), LongestPause.Ticks));
                tell($"PostgreSQL has ended and could not be started; the next try is in {pause.TotalSeconds:0.#} s. {e.Message}");
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <returns>False when somebody else has started it meanwhile.</returns>
    private async Task<bool> RestartAsync(CancellationToken ct)
    {
        using var starting = await FileLock.ExclusiveAsync(_folder.StartLock, _patience, ct);
        if (PostmasterPid.Read(_folder.Data) is { IsAlive: true })
            return false;
        await _server.StartAsync(await PostgresBinaries.FindAsync(_folder.DataVersion, ct), Port, ct);
        return true;
    }

    private async Task JoinAsync(CancellationToken ct)
    {
        PrivateFolder.Create(_folder.Home);
        PrivateFolder.Create(_folder.Root);
        using var starting = await FileLock.ExclusiveAsync(_folder.StartLock, _patience, ct);
        _use = await FileLock.SharedAsync(_folder.UseLock, _patience, ct);
        try
        {
            Connect(await RunAsync(ct));
        }
        catch
        {
            await LeaveAsync();
            throw;
        }
    }

    private async Task<int> RunAsync(CancellationToken ct)
    {
        _password = await ClusterPassword.EnsureAsync(_folder, ServerAccount.Current, ct);
        if (await _server.RunningAsync(port => ConnectionTo(port, "postgres", "postgres"), ct) is { } running)
            return running;
        var binaries = await PostgresBinaries.FindAsync(_folder.DataVersion, ct);
        await OpenFoldersAsync(ct);
        if (_folder.DataVersion is null)
            await new ClusterInit(_folder, ServerAccount.Current, _options).RunAsync(binaries, _password, ct);
        var port = await _server.StartAsync(binaries, port: null, ct);
        await MakeReaderAsync(ConnectionTo(port, "postgres", "postgres"), ct);
        return port;
    }

    // As whom people's records are read; only a superuser may make it. Clusters that an older version made have none.
    private static async Task MakeReaderAsync(string superuser, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(superuser + ";Pooling=false");
        await connection.OpenAsync(ct);
        await using var make = new NpgsqlCommand(
            "do $$ begin if not exists (select 1 from pg_roles where rolname = 'journal_person') then create role journal_person nologin role journal; end if; end $$", connection);
        await make.ExecuteNonQueryAsync(ct);
    }

    private static async Task OwnFolderAsync(string folder, CancellationToken ct)
    {
        PrivateFolder.Create(folder);
        await ServerAccount.Current.OwnAsync(folder, ct);
    }

    private async Task OpenFoldersAsync(CancellationToken ct)
    {
        await ServerAccount.Current.LetThroughAsync(_folder.Home, ct);
        await ServerAccount.Current.LetThroughAsync(_folder.Root, ct);
        if (!Directory.Exists(_folder.Logs))
            await OwnFolderAsync(_folder.Logs, ct);
    }

    /// <summary>Gives up the use lock; nobody else holding it makes this process the last. Under the start lock.</summary>
    private async Task LeaveAsync()
    {
        _use?.Dispose();
        _use = null;
        using var alone = FileLock.TryExclusive(_folder.UseLock);
        if (alone is not null && PostmasterPid.Read(_folder.Data) is { IsAlive: true })
            await _server.StopAsync(await PostgresBinaries.FindAsync(_folder.DataVersion, CancellationToken.None), CancellationToken.None);
    }

    private void Connect(int port)
    {
        Port = port;
        ConnectionString = ConnectionTo(port, "journal", "journal");
        SuperuserConnectionString = ConnectionTo(port, "postgres", "postgres");
    }

    // No encryption on the loopback device: it costs a round trip each, and nobody listens there who could not read the files.
    private string ConnectionTo(int port, string user, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = user,
        Password = _password,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;
}
