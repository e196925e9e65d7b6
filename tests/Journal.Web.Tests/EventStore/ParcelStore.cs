using Journal.EventStore;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;
using Npgsql;

namespace Journal.Web.Tests.EventStore;

/// <summary>A store of parcels on a database of its own.</summary>
public sealed class ParcelStore : IAsyncDisposable
{
    private readonly TestDatabase database;

    private ParcelStore(TestDatabase database, EventStoreOptions? options)
    {
        this.database = database;
        Store = new PostgresEventStore(database.DataSource, Parcels.Catalog, options);
    }

    public PostgresEventStore Store { get; }

    public TestDatabase Database => database;

    public NpgsqlDataSource Db => database.DataSource;

    /// <summary>Tenant of tests that need only one.</summary>
    public string Ann { get; } = "ann";

    public static async Task<ParcelStore> NewAsync(TestPostgres postgres, EventStoreOptions? options = null) =>
        new(await postgres.NewDatabaseAsync("event store", (db, ct) => new PostgresEventStore(db, Parcels.Catalog).MigrateAsync(ct)), options);

    /// <summary>On a clone of a database that is filled once for all tests that name it.</summary>
    public static async Task<ParcelStore> NewAsync(TestPostgres postgres, string template, Func<NpgsqlDataSource, CancellationToken, Task> fill) =>
        new(await postgres.NewDatabaseAsync(template, async (db, ct) =>
        {
            await new PostgresEventStore(db, Parcels.Catalog).MigrateAsync(ct);
            await fill(db, ct);
        }), null);

    public Task<AppendResult> AppendAsync(Guid stream, ExpectedVersion expected, params NewEvent[] events) => AppendAsync(Ann, stream, expected, events);

    public Task<AppendResult> AppendAsync(string tenant, Guid stream, ExpectedVersion expected, params NewEvent[] events) =>
        Store.AppendAsync(new StreamAppend(tenant, stream, expected, events), TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<RecordedEvent>> ReadAsync(Guid stream) => Store.ReadStreamAsync(Ann, stream, TestContext.Current.CancellationToken);

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Db.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
