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
    private readonly TimeSpan _patience;
    private FileLock? _use;
    private string _password = "";

    private PostgresCluster(PostgresClusterOptions options)
    {
        _folder = new(Path.GetFullPath(options.Home));
        _server = new(_folder, ServerAccount.Current, options);
        _patience = options.Patience;
    }

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
        await cluster.JoinAsync(options, ct);
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

    private async Task JoinAsync(PostgresClusterOptions options, CancellationToken ct)
    {
        PrivateFolder.Create(_folder.Home);
        PrivateFolder.Create(_folder.Root);
        using var starting = await FileLock.ExclusiveAsync(_folder.StartLock, _patience, ct);
        _use = await FileLock.SharedAsync(_folder.UseLock, _patience, ct);
        try
        {
            Connect(await RunAsync(options, ct));
        }
        catch
        {
            await LeaveAsync();
            throw;
        }
    }

    private async Task<int> RunAsync(PostgresClusterOptions options, CancellationToken ct)
    {
        _password = await ClusterPassword.EnsureAsync(_folder, ServerAccount.Current, ct);
        if (await _server.RunningAsync(port => ConnectionTo(port, "postgres", "postgres"), ct) is { } running)
            return running;
        var binaries = await PostgresBinaries.FindAsync(_folder.DataVersion, ct);
        await OpenFoldersAsync(ct);
        if (_folder.DataVersion is null)
            await new ClusterInit(_folder, ServerAccount.Current, options).RunAsync(binaries, _password, ct);
        return await _server.StartAsync(binaries, ct);
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
