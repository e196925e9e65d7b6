using System.Diagnostics;
using System.Globalization;
using Journal.EventStore;
using Journal.EventStore.Daemon;
using Npgsql;

namespace Journal.Benchmarks.EventStore;

/// <summary>ops/bench store --large: does anything grow with the table? 10,000,000 events, unless --events says another number.</summary>
internal sealed class LargeRun(BenchServer server, PostgresEventStore small, PostgresEventStore store)
{
    /// <summary>Megabytes, as whoever keeps ten million events would give it: a quarter of 8 GB.</summary>
    public const int SharedBuffers = 2048;
    private const string Small = "small";
    private const string Schema = "large";
    private const string Someone = "someone";
    private const int SomeonesEvents = 20_000;
    private const int Appends = 2000;
    private static readonly Random Random = new(1);

    public static async Task<object> RunAsync(BenchServer server, string[] args)
    {
        var events = Array.IndexOf(args, "--events") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 10_000_000;
        return await new LargeRun(server, await server.StoreAsync(Small), await server.StoreAsync(Schema)).RunAsync(events);
    }

    private async Task<object> RunAsync(int events)
    {
        await FillAsync(Small, 100_000);
        var filling = Stopwatch.GetTimestamp();
        await FillAsync(Schema, events);
        Say($"filled to {events:N0} events in {Stopwatch.GetElapsedTime(filling).TotalSeconds:N0} s");
        await SettleAsync();
        var (one, eight) = (await OneWriterAsync(), await EightWritersAsync());
        Say($"append x1: {one.Ratio:N2} of the rate at 1e5 ({one.Large:N0}/s to {one.Small:N0}/s); x8: {eight.Ratio:N2} ({eight.Large:N0}/s to {eight.Small:N0}/s)");
        await SettleAsync();
        var pages = await PagesAsync();
        var whole = await WholeAsync();
        var memory = await PeakMemory.OfRebuildAsync(server, Schema);
        return new { events, sharedBuffers = SharedBuffers, appendsByOne = one, appendsByEight = eight, pages, whole, memory };
    }

    // The daemon has kept up by the time somebody writes or reads, and what was filled in at once is written out and vacuumed.
    private async Task SettleAsync()
    {
        await new ProjectionDaemon(small, []).CatchUpAsync(CancellationToken.None);
        await new ProjectionDaemon(store, []).CatchUpAsync(CancellationToken.None);
        await server.ExecuteAsync($"vacuum analyze {Schema}.store_tenant_log, {Small}.store_tenant_log");
        await server.CheckpointAsync();
    }

    // Without its keys the table fills several times faster; with them again it is what it would have been.
    private async Task FillAsync(string schema, long events)
    {
        await server.ExecuteAsync($"""
            alter table {schema}.mt_events drop constraint if exists fkey_mt_events_stream_id_tenant_id, drop constraint pkey_mt_events_seq_id;
            drop index {schema}.pk_mt_events_stream_and_version;
            insert into {schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
                select n, gen_random_uuid(), stream::uuid, row_number() over (partition by tenant, stream order by n), body, 'measured', now(), tenant, false
                from (
                    select n, case when n % {Share} = 7 then '{Someone}' else 'tenant-' || n % 50000 end as tenant,
                        '00000000-0000-0000-0000-' || lpad((n / 50000 % 10)::text, 12, '0') as stream
                    from generate_series(1, {events}) n) as numbered,
                (select jsonb_build_object('Subject', gen_random_uuid(), 'Note', 'Held the line through the afternoon, two interruptions, one of them my own.',
                    'Value', 1.5, 'Count', 2, 'Unit', 'minutes', 'OccurredAt', '2026-01-01T00:00:00+00:00') as body) as one
                order by n;
            insert into {schema}.mt_streams (tenant_id, id, version, is_archived)
                select tenant_id, stream_id, count(*), false from {schema}.mt_events group by 1, 2;
            alter table {schema}.mt_events add constraint pkey_mt_events_seq_id primary key (seq_id);
            create unique index pk_mt_events_stream_and_version on {schema}.mt_events (tenant_id, stream_id, version);
            alter table {schema}.mt_events add constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references {schema}.mt_streams (tenant_id, id) not valid;
            select setval('{schema}.mt_events_sequence', {events});
            """);
        await server.ExecuteAsync($"vacuum analyze {schema}.mt_events");
    }

    // One event in so many is Someone's.
    private static int Share => 10_000_000 / SomeonesEvents;

    // One append here, one there: what the disk is doing falls on both tables.
    private async Task<Growth> OneWriterAsync()
    {
        var (few, many) = (new Writer(small), new Writer(store));
        var times = (Few: new double[Appends], Many: new double[Appends]);
        for (var n = 0; n < Appends; n++)
            (times.Few[n], times.Many[n]) = (await few.AppendAsync(), await many.AppendAsync());
        return Growth.Of(Duel.Median(times.Few), Duel.Median(times.Many));
    }

    private async Task<Growth> EightWritersAsync()
    {
        var (few, many) = (Writers(small), Writers(store));
        var times = (Few: new double[Appends], Many: new double[Appends]);
        for (var n = 0; n < Appends; n++)
            (times.Few[n], times.Many[n]) = (await TimeAsync(few), await TimeAsync(many));
        return Growth.Of(Duel.Median(times.Few) / 8, Duel.Median(times.Many) / 8);

        static Writer[] Writers(PostgresEventStore to) => [.. Enumerable.Range(0, 8).Select(_ => new Writer(to))];

        // Four appends each, so that they come to lie beside one another.
        static async Task<double> TimeAsync(Writer[] writers)
        {
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAll(writers.Select(async writer =>
            {
                for (var n = 0; n < 4; n++)
                    await writer.AppendAsync();
            }));
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds / 4;
        }
    }

    private async Task<Pages> PagesAsync()
    {
        var last = await server.AskAsync<long>($"select max(seq_id) from {Schema}.mt_events");
        var (someones, raw, anybodys) = (new List<double>(), new List<double>(), new List<double>());
        await using var bare = new RawPage(await server.Db.OpenConnectionAsync(), Schema);
        for (var n = 0; n < 1000; n++)
        {
            var after = Random.NextInt64(last);
            var page = await store.ReadTenantAsync(Someone, after, 500, null, CancellationToken.None);
            var positions = page.Select(e => e.Position).ToArray();
            someones.Add(await TimeAsync(() => store.ReadTenantAsync(Someone, after, 500, null, CancellationToken.None)));
            raw.Add(await TimeAsync(() => bare.ReadAsync(positions)));
            var anybody = $"tenant-{n * 37 % 50000}";
            await store.ReadTenantAsync(anybody, after, 500, null, CancellationToken.None);
            anybodys.Add(await TimeAsync(() => store.ReadTenantAsync(anybody, after, 500, null, CancellationToken.None)));
        }
        var pages = new Pages(Spread.Of(someones), Spread.Of(raw), Spread.Of(anybodys));
        Say($"page of 500, p50 and p99 in ms: of {Someone} {pages.Someones.Middle:N1} {pages.Someones.High:N1}, the same rows by their positions alone {pages.Bare.Middle:N1} {pages.Bare.High:N1}, of anybody {pages.Anybodys.Middle:N1} {pages.Anybodys.High:N1}");
        return pages;
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private async Task<DuelResult> WholeAsync()
    {
        var result = await new Duel("whole person of 20,000", 1 / 1.2, OursAsync, RawAsync).RunAsync(7);
        Say($"whole person: {result.Ours:N0} events/s, raw {result.Raw:N0}, ratio {result.Ratio:N2}");
        return result;
    }

    private async Task<int> OursAsync() => (await store.ReadTenantAsync(Someone, null, CancellationToken.None)).Count;

    private async Task<int> RawAsync()
    {
        await using var connection = await server.Db.OpenConnectionAsync();
        await using var command = new NpgsqlCommand($"""
            with mine as materialized (select seq_id, id, version, timestamp, type, data from {Schema}.mt_events where tenant_id = $1) select * from mine order by seq_id
            """, connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = Someone } },
        };
        await command.PrepareAsync();
        var events = new List<(long, Guid, long, DateTime, string, Measured)>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            events.Add((row.GetInt64(0), row.GetGuid(1), row.GetInt64(2), row.GetDateTime(3), row.GetString(4), RawRead.Decode(row, 5)));
        return events.Count;
    }

    private static void Say(FormattableString words) => StoreBenchmarks.Print(words.ToString(CultureInfo.InvariantCulture));

    /// <summary>Appends a second to the small table and to the large one, by the middle of the times.</summary>
    private sealed record Growth(double Small, double Large, double Ratio)
    {
        public static Growth Of(double few, double many) => new(1000 / few, 1000 / many, few / many);
    }

    private sealed record Pages(Spread Someones, Spread Bare, Spread Anybodys);

    /// <summary>Milliseconds: the middle and the 99th of a hundred.</summary>
    private sealed record Spread(double Middle, double High)
    {
        public static Spread Of(List<double> times)
        {
            times.Sort();
            return new(times[times.Count / 2], times[times.Count * 99 / 100]);
        }
    }

    /// <summary>Appends one event after another, fifty to a stream.</summary>
    private sealed class Writer(PostgresEventStore to)
    {
        private Guid stream;
        private int count;

        /// <returns>Milliseconds.</returns>
        public Task<double> AppendAsync()
        {
            var place = count++ % 50;
            stream = place == 0 ? Guid.NewGuid() : stream;
            var expected = place == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(place);
            return TimeAsync(() => to.AppendAsync(new StreamAppend("writer", stream, expected, [new NewEvent(Measurements.Event(place))]), CancellationToken.None));
        }
    }
}
