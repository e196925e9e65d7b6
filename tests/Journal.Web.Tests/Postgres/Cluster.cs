using Journal.Postgres;
using Npgsql;

namespace Journal.Web.Tests.Postgres;

/// <summary>What the tests of clusters say often.</summary>
internal static class Cluster
{
    /// <summary>Joins the cluster of a home in this process. Unless durable, it does not wait for the disk, which a test of processes need not.</summary>
    public static Task<PostgresCluster> JoinAsync(TestHome home, bool durable = false) =>
        PostgresCluster.StartAsync(new() { Home = home.Path, Durable = durable }, TestContext.Current.CancellationToken);

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public static Task<object?> AskAsync(PostgresCluster cluster, string sql) => AskAsync(cluster.ConnectionString, sql);
}
