using Journal.Postgres;
using Npgsql;
using Testcontainers.PostgreSql;

namespace Journal.Web.Tests.Postgres;

/// <summary>Where the databases of the tests are, for one run: a server that is named, a container, or a private cluster that is thrown away.</summary>
/// <param name="name">For whoever reads what the run prints.</param>
/// <param name="superuser">Leads to the database <c>postgres</c> of it as somebody who may do everything.</param>
internal sealed class TestServerPlace(string name, string superuser, Func<ValueTask> leave) : IAsyncDisposable
{
    // Some tests leave a transaction prepared, as other programs on a shared server may; and many run side by side.
    private const string Prepared = "max_prepared_transactions=4";
    private const int Connections = 300;

    public string Name => name;

    public string Superuser => superuser;

    /// <summary>
    /// The server in <c>JOURNAL_TEST_DATABASE</c> (a superuser's connection string; with <c>max_prepared_transactions=4</c> and <c>max_connections=300</c>), else a container
    /// (where <c>JOURNAL_TEST_CONTAINERS</c> is 1, or is not 0 and an engine answers), else a private cluster.
    /// </summary>
    public static async Task<TestServerPlace> ChooseAsync()
    {
        if (Environment.GetEnvironmentVariable("JOURNAL_TEST_DATABASE") is { Length: > 0 } given)
            return new("of JOURNAL_TEST_DATABASE", new NpgsqlConnectionStringBuilder(given) { Database = "postgres" }.ConnectionString, () => default);
        return Environment.GetEnvironmentVariable("JOURNAL_TEST_CONTAINERS") switch
        {
            "1" => await ContainerAsync(),
            "0" => await PrivateAsync(),
            _ => await ContainerEngine.AnswersAsync() ? await ContainerAsync() : await PrivateAsync(),
        };
    }

    public ValueTask DisposeAsync() => leave();

    private static async Task<TestServerPlace> ContainerAsync()
    {
        const string image = "postgres:17";
        var container = new PostgreSqlBuilder(image).WithDatabase("postgres").WithUsername("postgres").WithCommand("-c", Prepared, "-c", $"max_connections={Connections}").Build();
        try
        {
            await container.StartAsync();
        }
        catch
        {
            await container.DisposeAsync();
            throw;
        }

        return new($"in a container of {image}", container.GetConnectionString(), container.DisposeAsync);
    }

    private static async Task<TestServerPlace> PrivateAsync()
    {
        var home = await TestHome.MakeAsync();
        await File.AppendAllTextAsync(Path.Combine(home.Data, "postgresql.auto.conf"), Prepared + "\n");
        var cluster = await PostgresCluster.StartAsync(new() { Home = home.Path, Durable = false, MaxConnections = Connections }, CancellationToken.None);
        return new("in a private cluster", cluster.SuperuserConnectionString, async () =>
        {
            await cluster.DisposeAsync();
            home.Dispose();
        });
    }
}
