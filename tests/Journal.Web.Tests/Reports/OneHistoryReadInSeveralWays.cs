using System.Security.Cryptography;
using System.Text.Json;
using Journal.Beliefs;
using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.States;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Operations;
using Journal.Web.ReadModels;
using Journal.Web.Tests.Interchange;
using Journal.Web.Tests.Postgres;
using Marten;

namespace Journal.Web.Tests.Reports;

/// <summary>
/// The facts folded on from what was read before, and the facts replayed from nothing: the same bytes. The alignment history as the daemon kept it, as a rebuild made it anew and
/// as a replay makes it: the same documents.
/// Histories are random, with backfills, amendments and retractions; the seed is in each test's name.
/// </summary>
public sealed class OneHistoryReadInSeveralWays(TestPostgres postgres)
{
    private static readonly DateTimeOffset Start = new(2025, 1, 6, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Live_behind_rebuilt_and_replayed_agree_byte_for_byte(int seed)
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        var reader = journal.Get<FactsReader>();
        var random = new Random(seed);
        await AppendAsync(journal, random, 150);
        await journal.CatchUpAsync();
        await AppendAsync(journal, random, 150);

        var behind = Bytes(await reader.ReadAsync(journal.Author.Person, knownAt: null, Ct));
        await journal.CatchUpAsync();
        var live = Bytes(await reader.ReadAsync(journal.Author.Person, knownAt: null, Ct));
        var replayed = Bytes(await reader.ReadAsync(journal.Author.Person, DateTimeOffset.MaxValue, Ct));
        var kept = await StoredAsync(journal);
        await journal.Get<Projections>().RebuildAsync(null, Ct);
        Assert.Equal((live, live), (behind, replayed));
        var made = new ReplayedState(journal.Author.Person, await journal.EventsAsync());
        Assert.Equal(HistoryHash.Of(made.History), kept);
        Assert.Equal(kept, await StoredAsync(journal));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task As_known_at_a_moment_is_what_was_live_at_that_moment(int seed)
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        var reader = journal.Get<FactsReader>();
        var random = new Random(seed);
        await AppendAsync(journal, random, 100);
        var then = Bytes(await reader.ReadAsync(journal.Author.Person, knownAt: null, Ct));
        var moment = (await journal.EventsAsync())[^1].RecordedAt;
        await AppendAsync(journal, random, 100);
        Assert.Equal(then, Bytes(await reader.ReadAsync(journal.Author.Person, moment, Ct)));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Exported_and_imported_by_somebody_else_it_gives_the_same_facts_and_reports(int seed)
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        await AppendAsync(journal, new(seed), 300);
        var (other, _) = await journal.Get<PeopleRegistry>().EnsureAsync("other", "UTC", Ct);
        var path = Path.GetTempFileName();
        await using (var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Read, 1 << 16, FileOptions.DeleteOnClose))
        {
            await journal.Get<JournalExport>().WriteAsync(new(journal.Author.Person, "demo", "UTC", default), file, Ct);
            await file.FlushAsync(Ct);
            await journal.Get<NdjsonImport>().RunAsync(other!.Id, path, dryRun: false, progress: null, Ct);
        }

        var reader = journal.Get<FactsReader>();
        Assert.Equal(Bytes(await reader.ReadAsync(journal.Author.Person, knownAt: null, Ct)), Bytes(await reader.ReadAsync(other.Id, knownAt: null, Ct)));
    }

    [Fact]
    public async Task Retracted_and_amended_facts_count_as_they_were_known()
    {
        await using var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        var (practice, outcome, entry) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await AppendAsync(journal, practice, new PracticeAdopted(practice, "Run", 1, 1, null, null, TargetBound.AtLeast, Silence.Unknown, null, Start));
        await AppendAsync(journal, practice, new ExecutionFinished(practice, outcome, null, null, null, null, null, null, null, null, Start));
        await AppendAsync(journal, entry, new JournalEntryWritten(entry, "I waited.", Layer.Thinking, null, Start));
        var before = (await journal.EventsAsync())[^1].RecordedAt;
        await AppendAsync(journal, practice, new OutcomeRetracted(practice, outcome, null, Start));
        await AppendAsync(journal, entry, new EntryAmended(entry, "I hesitated.", null, Start));

        var reader = journal.Get<FactsReader>();
        var now = await reader.ReadAsync(journal.Author.Person, knownAt: null, Ct);
        var then = await reader.ReadAsync(journal.Author.Person, before, Ct);
        Assert.Empty(now.Of<OutcomeFact>());
        Assert.Equal(("I hesitated.", "I waited."), now.Of<EntryFact>().Select(one => (one.Text, one.Original)).Single());
        Assert.Single(then.Of<OutcomeFact>());
        Assert.Equal(("I waited.", null), then.Of<EntryFact>().Select(one => (one.Text, one.Original)).Single());
    }

    internal static async Task AppendAsync(OpenJournal journal, Random random, int events)
    {
        var (practices, beliefs, outcomes) = (new List<Guid>(), new List<Guid>(), new List<(Guid Practice, Guid Outcome)>());
        for (var i = 0; i < events; i++)
        {
            var at = Start.AddDays(random.Next(0, 140)).AddMinutes(random.Next(0, 600));
            IJournalEvent e = random.Next(12) switch
            {
                0 => new PracticeAdopted(Remember(practices, NewId(random)), "Practice", random.Next(1, 8), 7, null, null, TargetBound.AtLeast, (Silence)random.Next(2), null, at),
                1 => new BeliefStated(Remember(beliefs, NewId(random)), "Belief", BeliefScope.Safe, random.NextDouble(), (BeliefStance)random.Next(2), BeliefOrigin.Explicit, null, null, at),
                2 when beliefs.Count > 0 => new EvidenceLinked(Any(beliefs, random), NewId(random), (EvidenceDirection)random.Next(2), null, "Seen", at),
                3 when beliefs.Count > 0 => new BeliefRated(Any(beliefs, random), random.NextDouble(), at),
                // Once each, as somebody would: what was retracted is not there any more.
                4 when outcomes.Count > 0 && Any(outcomes, random) is var (practice, outcome) && outcomes.Remove((practice, outcome)) => new OutcomeRetracted(practice, outcome, null, at),
                5 when practices.Count > 0 => new PracticeRevised(Any(practices, random), null, random.Next(1, 8), null, null, null, null, at),
                6 => new JournalEntryWritten(NewId(random), "Text", (Layer)random.Next(3), null, at),
                _ when practices.Count > 0 && Any(practices, random) is var practice && NewId(random) is var outcome && Remember(outcomes, (practice, outcome)) is var _ => random.Next(4) switch
                {
                    0 => new ExecutionMissed(practice, outcome, null, null, null, at),
                    1 => new ExecutionSkipped(practice, outcome, "Ill", at),
                    _ => new ExecutionFinished(practice, outcome, Math.Round(random.NextDouble(), 2), null, at.AddHours(-2), at.AddHours(-1), 3, 20, false, null, at),
                },
                _ => new StateSampled(NewId(random), random.Next(1, 8), null, null, null, null, null, at),
            };
            await AppendAsync(journal, e.SubjectId, e);
        }
    }

    private static Task AppendAsync(OpenJournal journal, Guid stream, IJournalEvent e)
    {
        Assert.Equal(stream, e.SubjectId);
        return journal.AppendAsync(e);
    }

    // What the projection keeps.
    private static Task<string> StoredAsync(OpenJournal journal) => HistoryHash.OfAsync(journal.Get<IDocumentStore>(), journal.Author.Tenant, Ct);

    // The facts themselves and what every report makes of them.
    internal static string Bytes(JournalFacts facts)
    {
        var request = new ReportRequest { To = new DateOnly(2025, 6, 1) };
        var same = new JournalFacts(0, facts.All);
        using var buffer = new MemoryStream();
        foreach (var fact in same.All.OrderBy(fact => fact.Id))
        {
            JsonSerializer.Serialize(buffer, fact, FactsJson.Fact);
        }

        JsonSerializer.Serialize(buffer, AlignmentReport.Of(Guid.Empty, request, same), ReportsJson.Default.AlignmentReport);
        JsonSerializer.Serialize(buffer, CyclesReport.Of(Guid.Empty, request, same), ReportsJson.Default.CyclesReport);
        foreach (var kind in AllReports.Kinds)
        {
            JsonSerializer.Serialize(buffer, kind.Of(new(Guid.Empty, request, same)), ReportsJson.Default.Report);
        }

        return Convert.ToHexString(SHA256.HashData(buffer.ToArray()));
    }

    private static T Remember<T>(List<T> list, T item)
    {
        list.Add(item);
        return item;
    }

    private static T Any<T>(List<T> list, Random random) => list[random.Next(list.Count)];

    private static Guid NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
