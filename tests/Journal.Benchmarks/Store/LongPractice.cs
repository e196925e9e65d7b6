using Journal.Benchmarks.Measuring;
using Journal.Commands;
using Journal.Practices;
using Journal.Recording;
using Journal.Web;
using Journal.Web.Operations;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Benchmarks.Store;

/// <summary>One more outcome of a practice that has thousands, against folding its whole stream each time, which is what version 0.1 did.</summary>
internal static class LongPractice
{
    private const int Before = 3_000;
    private const int Outcomes = 50;
    private static readonly DateTimeOffset Start = new(2016, 1, 4, 7, 0, 0, TimeSpan.Zero);

    public static async IAsyncEnumerable<Duel> Duels(BenchServer server)
    {
        using var host = await JournalHost.OpenAsync(server.Db, CancellationToken.None);
        var (recorder, store) = (host.Services.GetRequiredService<Recorder>(), host.Services.GetRequiredService<IDocumentStore>());
        var author = new Author(await Filling.NewPersonAsync(store), TimeZoneInfo.Utc, "api");
        var (ours, folded) = (await FillAsync(store, author), await FillAsync(store, author));
        await host.Services.GetRequiredService<Projections>().CatchUpAsync(CancellationToken.None);
        var next = Before;
        yield return new("an outcome of a practice with 3,000", 5, RecordAsync, FoldAsync);

        async Task<int> RecordAsync()
        {
            for (var n = 0; n < Outcomes; n++)
            {
                var result = await recorder.RecordAsync(author, CommandKinds.Of<FinishExecution>(), new FinishExecution(Guid.CreateVersion7()) { Id = ours, OccurredAt = Start.AddDays(++next) }, null, CancellationToken.None);
                if (result.Refusal is { } refusal)
                    throw new InvalidOperationException(refusal.Code);
            }

            return Outcomes;
        }

        async Task<int> FoldAsync()
        {
            for (var n = 0; n < Outcomes; n++)
            {
                await using var session = store.LightweightSession(author.Tenant);
                var state = (await session.Events.FetchStreamAsync(folded)).Aggregate((Practice?)null, (state, e) => Practice.Fold(state, (IJournalEvent)e.Data));
                var verdict = OutcomeDecider.Decide(new FinishExecution(Guid.CreateVersion7()) { Id = folded, OccurredAt = Start.AddDays(++next) }, state, TimeProvider.System.GetUtcNow());
                session.Events.Append(folded, [.. verdict.Events]);
                await session.SaveChangesAsync();
            }

            return Outcomes;
        }
    }

    private static async Task<Guid> FillAsync(IDocumentStore store, Author author)
    {
        var id = Guid.CreateVersion7();
        await Filling.AppendAsync(store, author.Tenant,
        [
            new PracticeAdopted(id, "Write", 5, 7, null, null, TargetBound.AtLeast, Silence.Unknown, null, Start),
            .. Enumerable.Range(0, Before).Select(n => Outcome(id, Start.AddDays(n))),
        ]);
        return id;
    }

    private static ExecutionFinished Outcome(Guid id, DateTimeOffset at) => new(id, Guid.CreateVersion7(), 1, null, at.AddHours(-2), at.AddHours(-1), 4, 45, false, null, at);
}
