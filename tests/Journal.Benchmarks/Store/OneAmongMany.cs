using System.Diagnostics;
using Journal.Benchmarks.Measuring;
using Journal.Benchmarks.TimeTravel;
using Journal.Facts;
using Journal.Web;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Benchmarks.Store;

/// <summary>One person's 20,000 events in a table of a million, on a connection just opened, against the best plan by hand and System.Text.Json; and pages of 500 of them.</summary>
internal static class OneAmongMany
{
    private const int Events = 20_000;
    private const int Others = 49;
    private const int Page = 500;
    private const int Pages = 400;

    public static async IAsyncEnumerable<Duel> Duels(BenchServer server)
    {
        using var host = await JournalHost.OpenAsync(server.Db, CancellationToken.None);
        await FillAsync(server, host.Services.GetRequiredService<IDocumentStore>());
        var events = host.Services.GetRequiredService<PersonEvents>();
        yield return new("a person's 20,000 events of 1,000,000, cold connection", 1 / 1.2, async () =>
        {
            server.CloseIdle();
            return (await events.ReadAsync(LongHistory.Tenant, null, CancellationToken.None)).Count == Events ? Events : throw new InvalidOperationException("Not all.");
        }, async () =>
        {
            server.CloseIdle();
            await using var raw = await RawHistory.OpenAsync(server.Db, JournalStore.Schema);
            return (await raw.ReadAsync(LongHistory.Tenant)).Count == Events ? Events : throw new InvalidOperationException("Not all.");
        });
        await PagesAsync(events);
    }

    private static async Task PagesAsync(PersonEvents events)
    {
        var all = await events.ReadAsync(LongHistory.Tenant, null, CancellationToken.None);
        var (random, took) = (new Random(1), new double[Pages]);
        for (var n = 0; n < Pages; n++)
        {
            var after = all[random.Next(Events - Page)].Position;
            var began = Stopwatch.GetTimestamp();
            await events.PageAsync(LongHistory.Tenant, after, Page, null, null, CancellationToken.None);
            took[n] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(took);
        Console.WriteLine(FormattableString.Invariant($"person: a page of {Page}: median {took[Pages / 2]:0.0} ms, p99 {took[Pages * 99 / 100]:0.0} ms (target 15)"));
    }

    // Everybody's events lie between one another's, as they do where many record at the same time.
    private static async Task FillAsync(BenchServer server, IDocumentStore store)
    {
        await Filling.NewPersonAsync(store, LongHistory.Person);
        await Filling.AppendAsync(store, LongHistory.Tenant, LongHistory.Events(Events));
        await server.ExecuteAsync("create table filling as select row_number() over (order by seq_id) as n, * from journal.mt_events");
        // Nobody has entered the others.
        await server.ExecuteAsync("alter table journal.mt_streams disable trigger mt_streams_of_people");
        await server.ExecuteAsync($"""
            insert into journal.mt_streams (tenant_id, id, type, version, timestamp, created, is_archived)
            select md5('person ' || p)::uuid::text, md5(id::text || p)::uuid, type, version, timestamp, created, is_archived from journal.mt_streams, generate_series(1, {Others}) p
            """);
        await server.ExecuteAsync("delete from journal.mt_events");
        await server.ExecuteAsync($"""
            insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, headers, is_archived)
            select nextval('journal.mt_events_sequence'), e.* from (
                select case p when 0 then id else md5(id::text || p)::uuid end, case p when 0 then stream_id else md5(stream_id::text || p)::uuid end, version, data, type, timestamp,
                    case p when 0 then tenant_id else md5('person ' || p)::uuid::text end, mt_dotnet_type, headers, is_archived
                from filling, generate_series(0, {Others}) p order by n, p) e
            """);
        await server.ExecuteAsync("drop table filling");
        await server.ExecuteAsync("vacuum analyze");
    }
}
