using System.Diagnostics;
using System.Globalization;
using Journal.EventStore;
using Journal.EventStore.Daemon;
using Npgsql;

namespace Journal.Benchmarks.EventStore;

/// <summary>ops/bench store --large: does anything grow with the table? 10,000,000 events, unless --events says another number.</summary>
internal sealed class LargeRun(BenchServer server, PostgresEventStore store)
{
    private const string Schema = "large";
    private const string Someone = "someone";
    private const int SomeonesEvents = 20_000;
    private static readonly Random Random = new(1);

    public static async Task<object> RunAsync(BenchServer server, string[] args)
    {
        var events = Array.IndexOf(args, "--events") is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : 10_000_000;
        return await new LargeRun(server, await server.StoreAsync(Schema)).RunAsync(events);
    }

    private async Task<object> RunAsync(int events)
    {
        await FillAsync(1, 100_000);
        var small = await AppendRatesAsync();
        var filling = Stopwatch.GetTimestamp();
        var next = await server.AskAsync<long>($"select max(seq_id) + 1 from {Schema}.mt_events");
        await FillAsync(next, next + events - 100_000);
        Say($"filled to {events:N0} events in {Stopwatch.GetElapsedTime(filling).TotalSeconds:N0} s");
        await new ProjectionDaemon(store, []).CatchUpAsync(CancellationToken.None);
        var large = await AppendRatesAsync();
        Say($"append x1: {large.One / small.One:N2} of the rate at 1e5; x8: {large.Eight / small.Eight:N2}");
        // The daemon has kept up by the time somebody reads a page.
        await new ProjectionDaemon(store, []).CatchUpAsync(CancellationToken.None);
        var pages = await PagesAsync();
        var whole = await WholeAsync();
        var memory = await PeakMemory.OfRebuildAsync(server, Schema);
        return new { events, appendAt100k = small, appendAtFull = large, pages, whole, memory };
    }

    // Without its keys the table fills several times faster; with them again it is what it would have been.
    private async Task FillAsync(long from, long to)
    {
        await server.ExecuteAsync($"""
            alter table {Schema}.mt_events drop constraint if exists fkey_mt_events_stream_id_tenant_id, drop constraint pkey_mt_events_seq_id;
            drop index {Schema}.pk_mt_events_stream_and_version;
            insert into {Schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
                select n, gen_random_uuid(), stream::uuid, row_number() over (partition by tenant, stream order by n), body, 'measured', now(), tenant, false
                from (
                    select n, case when n % {Share} = 7 then '{Someone}' else 'tenant-' || n % 50000 end as tenant,
                        '00000000-0000-0000-0000-' || lpad((n / 50000 % 10 + {(from > 1 ? 100 : 0)})::text, 12, '0') as stream
                    from generate_series({from}, {to}) n) as numbered,
                (select jsonb_build_object('Subject', gen_random_uuid(), 'Note', 'Held the line through the afternoon, two interruptions, one of them my own.',
                    'Value', 1.5, 'Count', 2, 'Unit', 'minutes', 'OccurredAt', '2026-01-01T00:00:00+00:00') as body) as one
                order by n;
            insert into {Schema}.mt_streams (tenant_id, id, version, is_archived)
                select tenant_id, stream_id, count(*), false from {Schema}.mt_events where seq_id >= {from} group by 1, 2;
            alter table {Schema}.mt_events add constraint pkey_mt_events_seq_id primary key (seq_id);
            create unique index pk_mt_events_stream_and_version on {Schema}.mt_events (tenant_id, stream_id, version);
            alter table {Schema}.mt_events add constraint fkey_mt_events_stream_id_tenant_id foreign key (tenant_id, stream_id) references {Schema}.mt_streams (tenant_id, id) not valid;
            select setval('{Schema}.mt_events_sequence', {to});
            """);
        await server.ExecuteAsync($"vacuum analyze {Schema}.mt_events");
    }

    // One event in so many is Someone's.
    private static int Share => 10_000_000 / SomeonesEvents;

    private async Task<Rates> AppendRatesAsync()
    {
        var (one, eight) = (new double[5], new double[5]);
        for (var n = 0; n < 5; n++)
            (one[n], eight[n]) = (await RateAsync(1, 400), await RateAsync(8, 300));
        var rates = new Rates(Duel.Median(one), Duel.Median(eight));
        Say($"append x1 {rates.One:N0}/s, x8 {rates.Eight:N0}/s");
        return rates;
    }

    private async Task<double> RateAsync(int writers, int appends)
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async _ =>
        {
            var stream = Guid.Empty;
            for (var n = 0; n < appends; n++)
            {
                stream = n % 50 == 0 ? Guid.NewGuid() : stream;
                await store.AppendAsync(new StreamAppend("writer", stream, n % 50 == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(n % 50), [new NewEvent(Measurements.Event(n))]), CancellationToken.None);
            }
        }));
        return writers * appends / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private async Task<Pages> PagesAsync()
    {
        var last = await server.AskAsync<long>($"select max(seq_id) from {Schema}.mt_events");
        var (someones, anybodys) = (await TimesAsync(_ => Someone, last), await TimesAsync(n => $"tenant-{n * 37 % 50000}", last));
        Say($"page of 500, p50 and p99 in ms: of {Someone} {someones.Middle:N1} {someones.High:N1}, of anybody {anybodys.Middle:N1} {anybodys.High:N1}");
        return new(someones.Middle, someones.High, anybodys.Middle, anybodys.High);
    }

    private async Task<(double Middle, double High)> TimesAsync(Func<int, string> tenant, long last)
    {
        var times = new List<double>();
        for (var n = 0; n < 300; n++)
        {
            var after = Random.NextInt64(last);
            await store.ReadTenantAsync(tenant(n), after, 500, null, CancellationToken.None);
            var began = Stopwatch.GetTimestamp();
            await store.ReadTenantAsync(tenant(n), after, 500, null, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        times.Sort();
        return (times[times.Count / 2], times[times.Count * 99 / 100]);
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

    private sealed record Rates(double One, double Eight);

    private sealed record Pages(double SomeonesMedian, double SomeonesP99, double AnybodysMedian, double AnybodysP99);
}
