using System.Diagnostics;
using Journal.Benchmarks.Measuring;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Benchmarks.TimeTravel;

/// <summary>ops/bench replay: a long history read as of a moment against raw SELECT and System.Text.Json, and stepped through by week.</summary>
internal static class ReplayBenchmark
{
    private const int Events = 20_000;
    private const double Target = 1.3;

    public static async Task<int> RunAsync(string[] args)
    {
        var (rounds, steps) = (args is ["--rounds", var text, ..] ? int.Parse(text, null) : 15, !args.Contains("--no-steps"));
        await using var server = await BenchServer.StartAsync();
        using var host = await JournalHost.OpenAsync(server.Db, CancellationToken.None);
        await Filling.NewPersonAsync(host.Services.GetRequiredService<IDocumentStore>(), LongHistory.Person);
        await Filling.AppendAsync(host.Services.GetRequiredService<IDocumentStore>(), LongHistory.Tenant, LongHistory.Events(Events));
        await server.ExecuteAsync("vacuum analyze journal.mt_events");
        var store = host.Services.GetRequiredService<PersonEvents>();
        var met = await AsOfAsync(store, server, rounds);
        if (steps)
        {
            await StepAsync(store);
        }

        return met ? 0 : 1;
    }

    private static async Task<bool> AsOfAsync(PersonEvents store, BenchServer server, int rounds)
    {
        var reader = new FactsReader(store);
        await using var raw = await RawHistory.OpenAsync(server.Db, JournalStore.Schema);
        // Later than any event: all of them are replayed, and none of it is answered from what is stored.
        var moment = DateTimeOffset.UnixEpoch.AddYears(1000);
        var duel = new Duel("replay 20,000 events as of a moment", 1 / Target, async () =>
        {
            var facts = await reader.ReadAsync(LongHistory.Person, moment, CancellationToken.None);
            return facts.All.Count > Events / 2 ? Events : throw new InvalidOperationException("Not all.");
        }, async () => (await raw.ReadAsync(LongHistory.Tenant)).Count == Events ? Events : throw new InvalidOperationException("Not all."));
        var result = await duel.RunAsync(rounds);
        Console.WriteLine(FormattableString.Invariant(
            $"{result.Name}: {Events / result.Ours * 1000:0.0} ms, raw {Events / result.Raw * 1000:0.0} ms, ratio of time {1 / result.Ratio:0.00} (target {Target:0.0}), rounds {rounds}"));
        await PartsAsync(store, moment, rounds);
        return result.IsMet;
    }

    // Where the time goes: the rows alone, and the fold alone over events that are in memory.
    private static async Task PartsAsync(PersonEvents store, DateTimeOffset moment, int rounds)
    {
        var events = await store.ReadAsync(LongHistory.Tenant, null, CancellationToken.None);
        var (reading, folding) = (new double[rounds], new double[rounds]);
        for (var n = 0; n < rounds; n++)
        {
            GC.Collect();
            var began = Stopwatch.GetTimestamp();
            await store.ReadAsync(LongHistory.Tenant, moment, CancellationToken.None);
            reading[n] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            GC.Collect();
            began = Stopwatch.GetTimestamp();
            new FactsSoFar().Take(events);
            folding[n] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Console.WriteLine(FormattableString.Invariant($"of which reading {Duel.Median(reading):0.0} ms, folding {Duel.Median(folding):0.0} ms"));
    }

    private static async Task StepAsync(PersonEvents store)
    {
        // As if each had been recorded when it occurred.
        var events = (await store.ReadAsync(LongHistory.Tenant, null, CancellationToken.None)).Select(e => e with { RecordedAt = ((IJournalEvent)e.Data).OccurredAt }).ToList();
        foreach (var clock in Enum.GetValues<ReplayClock>())
        {
            foreach (var kind in new[] { AllReports.Find("cycles")!, AllReports.Find("alignment")! })
            {
                var plan = new ReplayPlan(kind, new() { To = LongHistory.LastDay }, ReplayStep.Week, clock, TimeZoneInfo.Utc);
                var began = Stopwatch.GetTimestamp();
                var steps = new Replay(LongHistory.Person, plan, events).Steps().Count();
                Console.WriteLine(FormattableString.Invariant(
                    $"{kind.Name} by week, what was {clock.ToString().ToLowerInvariant()}: {steps} steps over ten years in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms"));
            }
        }
    }
}
