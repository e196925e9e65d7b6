using Journal.Postgres;
using Npgsql;

namespace Journal.Web.Tests.Postgres;

/// <summary>The cluster behind <see cref="TestPostgres"/>: without fsync, in a folder that goes with it.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly TestHome _home;
    private readonly PostgresCluster _cluster;
    private readonly NpgsqlDataSource _admin;
    private int _databases;

    private TestCluster(TestHome home, PostgresCluster cluster)
    {
        _home = home;
        _cluster = cluster;
        _admin = NpgsqlDataSource.Create(cluster.SuperuserConnectionString);
    }

    public static async Task<TestCluster> StartAsync()
    {
        await TestHome.SweepAsync();
        var home = await TestHome.MakeAsync();
        // A setting that only a start takes: one test leaves a transaction prepared, as other programs on a shared server may.
        await File.AppendAllTextAsync(Path.Combine(home.Data, "postgresql.auto.conf"), "max_prepared_transactions = 4\n");
        return new(home, await PostgresCluster.StartAsync(new() { Home = home.Path, Durable = false, MaxConnections = 300 }, CancellationToken.None));
    }

    public async Task<TestDatabase> CreateDatabaseAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var create = _admin.CreateCommand($"create database {name} owner journal template {template}");
        await create.ExecuteNonQueryAsync();
        return new(On(_cluster.ConnectionString, name), On(_cluster.SuperuserConnectionString, name), DropAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _admin.DisposeAsync();
        await _cluster.DisposeAsync();
        _home.Dispose();
    }

    private async Task DropAsync(string name)
    {
        await using var drop = _admin.CreateCommand($"drop database {name} with (force)");
        await drop.ExecuteNonQueryAsync();
    }

    private static string On(string connectionString, string database) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;
}
