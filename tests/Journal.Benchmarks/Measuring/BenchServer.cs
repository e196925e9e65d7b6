using Journal.Postgres;
using Npgsql;

namespace Journal.Benchmarks.Measuring;

/// <summary>A PostgreSQL of its own, durable as in use, in a folder that goes with it; a schema for each side.</summary>
public sealed class BenchServer : IAsyncDisposable
{
    private readonly DirectoryInfo home;
    private readonly PostgresCluster cluster;

    private BenchServer(DirectoryInfo home, PostgresCluster cluster)
    {
        (this.home, this.cluster) = (home, cluster);
        // The store leaves nothing behind in a session that would have to be reset; neither does the raw side, which keeps its connections.
        Db = NpgsqlDataSource.Create(cluster.ConnectionString + ";No Reset On Close=true");
    }

    public NpgsqlDataSource Db { get; }

    public string ConnectionString => cluster.ConnectionString;

    /// <param name="sharedBuffers">Megabytes; as a laptop has it unless said.</param>
    public static async Task<BenchServer> StartAsync(int? sharedBuffers = null)
    {
        var home = Directory.CreateTempSubdirectory("journal-bench-");
        PostgresClusterOptions options = sharedBuffers is { } size ? new() { Home = home.FullName, SharedBuffers = size } : new() { Home = home.FullName };
        return new(home, await PostgresCluster.StartAsync(options, CancellationToken.None));
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Writes out what is dirty, so that whoever is measured next begins with nothing to write but their own.</summary>
    public async Task CheckpointAsync()
    {
        await using var admin = NpgsqlDataSource.Create(cluster.SuperuserConnectionString + ";Pooling=false");
        await using var command = admin.CreateCommand("checkpoint");
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        command.CommandTimeout = 0;
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>
    /// Closes connections that nobody uses. The pool hands out those it has in turns: after eight writers a single reader would go round eight server processes,
    /// while the raw side keeps to one.
    /// </summary>
    public void CloseIdle()
    {
        using var any = Db.CreateConnection();
        NpgsqlConnection.ClearPool(any);
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await cluster.DisposeAsync();
        home.Delete(recursive: true);
    }
}
