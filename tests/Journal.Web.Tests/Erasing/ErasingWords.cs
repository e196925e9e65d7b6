using Journal.Facts;
using Journal.Practices;
using Journal.Web.Access;
using Journal.Web.Erasing;
using Journal.Web.Operations;
using Journal.Web.Search;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Interchange;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Erasing;

public sealed class ErasingWords(ServedJournal journal, TestPostgres postgres) : IClassFixture<ServedJournal>
{
    private const string Canary = "rotkehlchen-am-fjord";

    [Fact]
    public async Task Of_an_event_takes_them_from_every_table_and_answer_and_leaves_the_event()
    {
        var me = await journal.NewPersonAsync();
        var kept = await me.NewAsync("entries", """{"text":"this stays"}""");
        var entry = await me.NewAsync("entries", $$"""{"text":"{{Canary}}","layer":"thinking","tags":["{{Canary}} tag"]}""");
        await journal.Get<Projections>().CatchUpAsync(Ct);
        Assert.Contains(Canary, (await me.GetAsync("history")).Text, StringComparison.Ordinal);
        var (before, reports) = ((await me.GetAsync($"entries/{entry}")).Succeeds(), await ReportsAsync(me));

        var first = (await journal.EventsOfAsync(me)).Single(e => e.Stream == entry);
        Assert.Equal(1, (await me.PostAsync("erasures", $$"""{"id":"{{first.Id}}"}""")).Succeeds().GetProperty("events").GetInt32());

        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, Canary));
        var after = (await me.GetAsync($"entries/{entry}")).Succeeds();
        Assert.DoesNotContain(Canary, after.ToString(), StringComparison.Ordinal);
        Assert.Contains("[erased]", after.ToString(), StringComparison.Ordinal);
        Assert.Contains("[erased 1]", after.ToString(), StringComparison.Ordinal);
        Assert.Equal(before.GetProperty("id").GetGuid(), after.GetProperty("id").GetGuid());
        Assert.DoesNotContain(Canary, (await me.GetAsync("history")).Text, StringComparison.Ordinal);
        Assert.Empty(await journal.Get<WordSearch>().FindAsync(me.Person.Id.ToString("D"), Canary, Ct));
        Assert.Contains("this stays", (await me.GetAsync($"entries/{kept}")).Text, StringComparison.Ordinal);
        Assert.Equal(reports, await ReportsAsync(me));
    }

    [Fact]
    public async Task Of_a_practice_leaves_its_figures_live_rebuilt_and_replayed()
    {
        await using var open = await OpenJournal.CreateAsync(postgres);
        var (start, practice) = (new DateTimeOffset(2025, 1, 6, 8, 0, 0, TimeSpan.Zero), Guid.CreateVersion7());
        await open.AppendAsync(new PracticeAdopted(practice, $"{Canary} practice", 3, 7, null, null, TargetBound.AtLeast, Silence.Missed, null, start));
        for (var day = 0; day < 60; day++)
            await open.AppendAsync(Finished(practice, $"{Canary} {day}", start.AddDays(day)));
        await open.CatchUpAsync();
        var cycles = await open.CyclesAsync(new(2025, 4, 1));
        var outcomes = await OfAsync(open);
        Assert.Contains(Canary, cycles.Practices[0].Title, StringComparison.Ordinal);

        var (events, refusal) = await open.Get<WordsEraser>().EraseAsync(open.Author.Person, practice, whole: false, AuditSource.Terminal, Ct);
        Assert.Equal((61, null), (events, refusal));
        Assert.Empty(await Canaries.FindAsync(open.ConnectionString, Canary));
        Assert.Equal(outcomes, await OfAsync(open));
        Assert.Equal(cycles.Practices[0].Cycles.Count, (await open.CyclesAsync(new(2025, 4, 1))).Practices[0].Cycles.Count);
        Assert.True((await open.Get<JournalVerification>().RunAsync(false, (_, _) => { }, Ct)).Holds);

        // What comes after goes on from what is left.
        await open.AppendAsync(Finished(practice, "new", start.AddDays(61)));
        await open.CatchUpAsync();
        Assert.Equal(61, (await open.OutcomesAsync()).Count);
        Assert.True((await open.Get<JournalVerification>().RunAsync(false, (_, _) => { }, Ct)).Holds);
    }

    [Fact]
    public async Task A_whole_subject_goes_where_nothing_refers_to_it()
    {
        var me = await journal.NewPersonAsync();
        var aim = await me.NewAimAsync();
        var entry = await me.NewAsync("entries", $$"""{"text":"{{Canary}}","aimId":"{{aim}}"}""");
        await journal.Get<Projections>().CatchUpAsync(Ct);
        (await me.PostAsync("erasures", $$"""{"id":"{{aim}}","whole":true}""")).IsRefused(409, "subject.referred");
        Assert.Equal(1, (await me.PostAsync("erasures", $$"""{"id":"{{entry}}","whole":true}""")).Succeeds().GetProperty("events").GetInt32());
        (await me.GetAsync($"entries/{entry}")).IsRefused(404, "entry.unknown");
        Assert.Empty(await Canaries.FindAsync(journal.Database.SuperuserConnectionString, entry.ToString("D")));
        (await me.PostAsync("erasures", $$"""{"id":"{{entry}}","whole":true}""")).IsRefused(404, "erasure.unknown");
        (await me.PostAsync("erasures", $$"""{"id":"{{aim}}","whole":true}""")).Succeeds();
    }

    [Fact]
    public async Task Of_somebody_else_is_not_there_to_be_erased()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var entry = await me.NewAsync("entries", """{"text":"mine"}""");
        var first = (await journal.EventsOfAsync(me)).Single(e => e.Stream == entry);
        foreach (var id in new[] { entry, first.Id, Guid.NewGuid() })
            (await other.PostAsync("erasures", $$"""{"id":"{{id}}"}""")).IsRefused(404, "erasure.unknown");
        (await me.PostAsync("erasures", $$"""{"id":"{{first.Id}}","whole":true}""")).IsRefused(422, "erasure.part");
        (await me.With(await journal.IssueAsync(me.Person, Scope.Write)).PostAsync("erasures", $$"""{"id":"{{entry}}"}""")).IsRefused(403, "scope.manage");
    }

    private static ExecutionFinished Finished(Guid practice, string note, DateTimeOffset at) => new(practice, Guid.CreateVersion7(), null, null, null, null, null, null, null, note, at);

    private static async Task<string> OfAsync(OpenJournal open) => string.Join('\n', (await open.OutcomesAsync()).Select(outcome => $"{outcome.Id} {outcome.LastDay} {outcome.Events.Count}"));

    private static async Task<string> ReportsAsync(JournalClient me) => (await me.GetAsync("reports/thinking")).Text + (await me.GetAsync("reports/alignment")).Text;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
