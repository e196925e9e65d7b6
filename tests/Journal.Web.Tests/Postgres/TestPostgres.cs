using System.Collections.Concurrent;
using Journal.Web.Tests.Postgres;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestPostgres))]

namespace Journal.Web.Tests.Postgres;

/// <summary>
/// A real PostgreSQL for the tests of this assembly: one server a test run, chosen and started for the first test that asks (<see cref="TestServerPlace"/>).
/// A test class takes it as a constructor parameter (<c>sealed class AppendingEvents(TestPostgres postgres)</c>) and each test its own database:
/// <code>await using var database = await postgres.NewDatabaseAsync("store", StoreSchema.CreateAsync);</code>
/// Safe for tests that run side by side.
/// </summary>
public sealed class TestPostgres : IAsyncDisposable
{
    private readonly Lazy<Task<TestServer>> _server = new(TestServer.StartAsync);
    private readonly Lazy<Task<TestHome>> _madeHome = new(TestHome.MakeAsync);
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _templates = [];

    /// <summary>An empty database.</summary>
    public async Task<TestDatabase> NewDatabaseAsync() => await (await _server.Value).CreateDatabaseAsync();

    /// <summary>A clone of a database that <paramref name="prepare"/> fills at the first call for this <paramref name="template"/>.</summary>
    /// <param name="template">Names the content: the same name, the same content.</param>
    /// <param name="prepare">Gets the new, empty database; makes tables, loads rows.</param>
    /// <remarks>A clone takes about 30 ms, whatever its template took.</remarks>
    public async Task<TestDatabase> NewDatabaseAsync(string template, Func<NpgsqlDataSource, CancellationToken, Task> prepare)
    {
        var original = await _templates.GetOrAdd(template, _ => new(() => PrepareAsync(prepare))).Value;
        return await (await _server.Value).CloneDatabaseAsync(original);
    }

    /// <summary>A database with the journal's tables and nobody in it.</summary>
    public Task<TestDatabase> NewJournalDatabaseAsync() => NewDatabaseAsync("journal", JournalHost.PrepareAsync);

    /// <summary>A home with a cluster in it, made and stopped, for tests of clusters themselves.</summary>
    internal async Task<TestHome> NewHomeAsync()
    {
        var home = new TestHome();
        await (await _madeHome.Value).CopyToAsync(home);
        return home;
    }

    public async ValueTask DisposeAsync()
    {
        if (_madeHome.IsValueCreated)
            (await _madeHome.Value).Dispose();
        if (_server.IsValueCreated)
            await (await _server.Value).DisposeAsync();
    }

    private async Task<string> PrepareAsync(Func<NpgsqlDataSource, CancellationToken, Task> prepare)
    {
        var original = await NewDatabaseAsync();
        await prepare(original.DataSource, CancellationToken.None);
        await original.DataSource.DisposeAsync();
        return original.Name;
    }
}
