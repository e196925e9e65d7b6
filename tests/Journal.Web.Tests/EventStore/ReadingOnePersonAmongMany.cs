using Journal.EventStore;
using Journal.EventStore.Daemon;
using Journal.StoreWorker;
using Journal.Web.Tests.Postgres;
using Npgsql;

namespace Journal.Web.Tests.EventStore;

/// <summary>
/// A million events of 5,000 tenants in turn: how many rows of mt_events does the server look at for one of them? It is asked for its own count,
/// of the statements as they are really sent, often enough for general plans to be chosen.
/// </summary>
public sealed class ReadingOnePersonAmongMany(TestPostgres postgres)
{
    private const string One = "tenant-17";
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // The statistics are older than the last tenth of the log, as they are in use.
    private const string Fill = """
        alter table journal.mt_events drop constraint fkey_mt_events_stream_id_tenant_id;
        insert into journal.mt_streams (tenant_id, id, version) select 'tenant-' || t, ('00000000-0000-0000-0000-' || lpad(s::text, 12, '0'))::uuid, 20 from generate_series(0, 4999) t, generate_series(1, 10) s;
        insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select n, gen_random_uuid(), ('00000000-0000-0000-0000-' || lpad(((n / 5000) % 10 + 1)::text, 12, '0'))::uuid, n / 50000 + 1, '{"Reason": "x"}', 'parcel_lost', now(), 'tenant-' || n % 5000, false
            from generate_series(1, 900000) n;
        analyze journal.mt_events;
        insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select n, gen_random_uuid(), ('00000000-0000-0000-0000-' || lpad(((n / 5000) % 10 + 1)::text, 12, '0'))::uuid, n / 50000 + 1, '{"Reason": "x"}', 'parcel_lost', now(), 'tenant-' || n % 5000, false
            from generate_series(900001, 1000000) n;
        select setval('journal.mt_events_sequence', 1000000)
        """;

    [Fact]
    public async Task Costs_the_rows_of_that_one()
    {
        await using var parcels = await FilledAsync();
        await using var watched = new WatchedStore(parcels.Database);
        var store = watched.Store;
        Assert.Equal(200, (await RowsAsync(watched, 500, () => store.ReadTenantAsync(One, null, Ct))).Count);
        foreach (var after in new long[] { 0, 450_000, 950_000 })
            Assert.Equal(10, (await RowsAsync(watched, 500, () => store.ReadTenantAsync(One, after, 10, null, Ct))).Count);
        Assert.Equal(50, (await RowsAsync(watched, 500, () => store.ReadTenantAsync(One, 0, 50, new() { Types = ["parcel_lost"] }, Ct))).Count);
        Assert.Equal(20, (await RowsAsync(watched, 50, () => store.ReadStreamAsync(One, new Guid("00000000-0000-0000-0000-000000000004"), Ct))).Count);
    }

    [Fact]
    public async Task With_the_daemons_list_a_page_costs_what_is_on_it()
    {
        await using var parcels = await FilledAsync();
        await new ProjectionDaemon(parcels.Store, []).CatchUpAsync(Ct);
        await using var watched = new WatchedStore(parcels.Database);
        foreach (var after in new long[] { 0, 450_000, 950_000 })
            Assert.Equal(10, (await RowsAsync(watched, 12, () => watched.Store.ReadTenantAsync(One, after, 10, null, Ct))).Count);
        Assert.Equal((await watched.Store.ReadTenantAsync(One, null, Ct)).Select(e => e.Position),
            await watched.Store.ReadAllAsync(0, new() { Tenant = One }, Ct).Select(e => e.Position).ToListAsync(Ct));
    }

    [Fact]
    public async Task A_current_read_far_behind_the_log_or_near_its_head_costs_no_more()
    {
        await using var parcels = await FilledAsync();
        await using var watched = new WatchedStore(parcels.Database);
        await parcels.ExecuteAsync("""
            create table journal.keyed_parcel_traces_v1 (tenant_id varchar, key uuid, kind text, document json, primary key (tenant_id, key));
            insert into journal.mt_event_progression (name, last_seq_id) values ('ParcelTraces:All', 10)
            """);
        await RowsAsync(watched, 500, () => watched.Store.ReadCurrentAsync(new ParcelTraces(), One, null, Ct));
        await parcels.ExecuteAsync("update journal.mt_event_progression set last_seq_id = 999000");
        await RowsAsync(watched, 1100, () => watched.Store.ReadCurrentAsync(new ParcelTraces(), One, null, Ct));
    }

    private static async Task<T> RowsAsync<T>(WatchedStore watched, long most, Func<Task<T>> read)
    {
        var answer = await read();
        for (var n = 0; n < 8; n++)
        {
            var before = await watched.RowsLookedAtAsync();
            await read();
            Assert.InRange(await watched.RowsLookedAtAsync() - before, 1, most);
        }
        return answer;
    }

    private Task<ParcelStore> FilledAsync() => ParcelStore.NewAsync(postgres, "a million events", async (db, ct) =>
    {
        await using var fill = db.CreateCommand(Fill);
        fill.CommandTimeout = 0;
        await fill.ExecuteNonQueryAsync(ct);
    });

    /// <summary>A store on one connection, whose server has counted the rows of mt_events it looked at.</summary>
    private sealed class WatchedStore : IAsyncDisposable
    {
        private readonly NpgsqlDataSource db;

        public WatchedStore(TestDatabase database)
        {
            db = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxPoolSize = 1 }.ConnectionString);
            Store = new PostgresEventStore(db, Parcels.Catalog);
        }

        public PostgresEventStore Store { get; }

        public async Task<long> RowsLookedAtAsync()
        {
            await ScalarAsync("select 1 from pg_stat_force_next_flush()");
            return (long)(await ScalarAsync("""
                select (select sum(idx_tup_read) from pg_stat_user_indexes where relname = 'mt_events')::bigint + seq_tup_read from pg_stat_user_tables where relname = 'mt_events'
                """))!;
        }

        public ValueTask DisposeAsync() => db.DisposeAsync();

        private async Task<object?> ScalarAsync(string sql)
        {
            await using var command = db.CreateCommand(sql);
            return await command.ExecuteScalarAsync(Ct);
        }
    }
}
