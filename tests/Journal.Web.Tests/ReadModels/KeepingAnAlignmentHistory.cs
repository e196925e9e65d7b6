using System.Text.Json;
using JasperFx;
using JasperFx.Events.Daemon;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Operations;
using Journal.Web.ReadModels;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Store;
using Marten;
using Microsoft.Extensions.Logging.Abstractions;
using static Journal.Web.Tests.ReadModels.PracticeStory;

namespace Journal.Web.Tests.ReadModels;

/// <summary>Marten's daemon keeps each person's weeks and cycles as documents, and tells what is news in them.</summary>
public sealed class KeepingAnAlignmentHistory(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Theory]
    [InlineData("founder")]
    [InlineData("consultant")]
    public async Task Its_documents_are_what_the_reports_say_to_the_byte(string seed)
    {
        var me = await journal.NewPersonAsync();
        await journal.Get<NdjsonImport>().RunAsync(me.Person.Id, Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", $"{seed}.ndjson"), false, null, Ct);
        await CatchUpAsync();

        await using var session = Session(me);
        var head = (await session.LoadAsync<AlignmentHistory>(Tenant(me), Ct))!;
        var facts = await journal.Get<FactsReader>().ReadAsync(me.Person.Id, null, Ct);
        var request = new ReportRequest { To = head.To!.Value };
        var (alignment, cycles) = (AlignmentReport.Of(me.Person.Id, request, facts), CyclesReport.Of(me.Person.Id, request, facts));
        Assert.Equal(facts.Position, head.Position);
        var weeks = await session.Query<AlignmentHistoryWeek>().OrderBy(week => week.Week.Start).ToListAsync(Ct);
        Assert.NotEmpty(weeks);
        Assert.Equal(alignment.Weeks.Select(Json), weeks.Select(week => Json(week.Week)));
        Assert.Equal(
            alignment.Practices.SelectMany(practice => practice.Weeks.Select(week => $"{practice.PracticeId} {Json(week)}")).Order(StringComparer.Ordinal),
            weeks.SelectMany(week => week.Practices).Select(one => $"{one.PracticeId} {Json(one.Figures)}").Order(StringComparer.Ordinal));
        var kept = await session.Query<RegressionCycle>().ToListAsync(Ct);
        Assert.NotEmpty(kept);
        Assert.Equal(
            cycles.Practices.SelectMany(practice => practice.Cycles.Select(cycle => $"{practice.PracticeId} {Json(cycle)}")).Order(StringComparer.Ordinal),
            kept.Select(cycle => $"{cycle.PracticeId} {Json(cycle.Cycle)}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Cycles_are_found_by_what_they_are_among_everybodys()
    {
        var (me, other) = (await StartAsync(), await StartAsync());
        await me.Story.LiveAsync(Good + Good + Bad + Bad);
        await other.Story.LiveAsync(Good + Good + Bad + Bad + Good + Good);
        await CatchUpAsync();
        await using var session = journal.Get<IDocumentStore>().QuerySession();
        Guid[] practices = [me.Story.Practice, other.Story.Practice];
        var open = await session.Query<RegressionCycle>().Where(cycle => cycle.AnyTenant() && practices.Contains(cycle.PracticeId) && cycle.Cycle.Recovered == null).ToListAsync(Ct);
        Assert.Equal([me.Story.Practice], open.Select(cycle => cycle.PracticeId));
        var fallen = await session.Query<RegressionCycle>().Where(cycle => cycle.AnyTenant() && practices.Contains(cycle.PracticeId) && cycle.Cycle.Regression == Day(14)).CountAsync(Ct);
        Assert.Equal(2, fallen);
    }

    [Fact]
    public async Task A_correction_takes_away_what_is_no_longer_so()
    {
        var (me, story) = await StartAsync();
        await story.LiveAsync(Good + Good + Bad + Bad);
        await CatchUpAsync();
        Assert.Single(await CyclesAsync(me));
        await journal.Get<IDocumentStore>().AppendAsync(Tenant(me), new SubjectRetracted(story.Practice, null, DateTimeOffset.UnixEpoch.AddYears(56)));
        await CatchUpAsync();
        Assert.Empty(await CyclesAsync(me));
        await using var session = Session(me);
        Assert.Empty(await session.Query<AlignmentHistoryWeek>().ToListAsync(Ct));
    }

    [Fact]
    public async Task A_regression_is_told_once_when_it_begins_and_once_when_it_is_over_and_never_again_by_a_rebuild()
    {
        var (me, story) = await StartAsync();
        foreach (var week in new[] { Good, Good, Bad, Bad, Bad, Good, Good })
        {
            await story.LiveAsync(week);
            await CatchUpAsync();
        }

        string[] told = [$"Information A regression began: person {me.Person.Id}, practice {story.Practice}, since", $"Information A regression is over: person {me.Person.Id}, practice {story.Practice}, since"];
        await Eventually.SeesAsync(() => Task.FromResult(Told(story)), lines => lines.Count == 2);
        await journal.Get<Projections>().RebuildAsync(AlignmentProjection.ProjectionName, Ct);
        await story.LiveAsync(Good);
        await CatchUpAsync();
        await Task.Delay(1000, Ct);
        var lines = Told(story);
        Assert.Equal(told, lines.Zip(told, (line, start) => line[..start.Length]));
        Assert.Equal(2, lines.Count);
    }

    [Fact]
    public async Task Of_a_history_that_is_brought_in_whole_only_the_regression_that_goes_on_is_told()
    {
        var (_, story) = await StartAsync();
        await story.LiveAsync(Good + Good + Bad + Bad + Good + Good + Bad + Bad);
        await CatchUpAsync();
        await Eventually.SeesAsync(() => Task.FromResult(Told(story)), lines => lines.Count > 0);
        await Task.Delay(500, Ct);
        Assert.StartsWith("Information A regression began", Assert.Single(Told(story)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_is_made_beside_the_one_in_use_and_tells_nothing_again()
    {
        var (me, story) = await StartAsync();
        await story.LiveAsync(Good + Good + Bad + Bad);
        await CatchUpAsync();
        await Eventually.SeesAsync(() => Task.FromResult(Told(story)), lines => lines.Count > 0);
        var toldBefore = await ToldDocumentsAsync();

        await using var next = DocumentStore.For(options =>
        {
            options.Connection(journal.Database.DataSource);
            options.Projections.AsyncMode = DaemonMode.ExternallyManaged;
            JournalStore.Configure(options);
            AlignmentProjection.Register(options, journal.Get<PersonEvents>(), NullLogger.Instance, tells: false, version: 2);
            options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;
        });
        var live = await HistoryHash.OfAsync(journal.Get<IDocumentStore>(), Tenant(me), Ct);
        using (var daemon = await next.BuildProjectionDaemonAsync())
        {
            await daemon.StartAgentAsync("alignment:V2:All", Ct);
            for (var look = 0; look < 300 && await HistoryHash.OfAsync(next, Tenant(me), Ct) != live; look++)
                await Task.Delay(200, Ct);
            Assert.Equal(live, await HistoryHash.OfAsync(next, Tenant(me), Ct));
            Assert.Equal(live, await HistoryHash.OfAsync(journal.Get<IDocumentStore>(), Tenant(me), Ct));
            await daemon.StopAllAsync();
        }

        Assert.Equal(toldBefore, await ToldDocumentsAsync());
        Assert.Single(Told(story));
    }

    [Fact]
    public async Task What_cannot_be_worked_out_is_one_persons_trouble_and_is_tried_again_when_it_is_mended()
    {
        var (poor, practice) = (await journal.NewPersonAsync(), Guid.CreateVersion7());
        // No decider lets this pass: the week has no end.
        await journal.Get<IDocumentStore>().AppendAsync(
            Tenant(poor), new PracticeAdopted(practice, "Write", 1, 1, null, null, TargetBound.AtLeast, Silence.Missed, null, new DateTimeOffset(9999, 12, 31, 8, 0, 0, TimeSpan.Zero)));
        var (me, story) = await StartAsync();
        await story.LiveAsync(Good + Good + Bad + Bad);
        await CatchUpAsync();
        Assert.Single(await CyclesAsync(me));
        Assert.Contains((await journal.Get<Projections>().LeftOutAsync(100, Ct)), left => left.Person == Tenant(poor) && left.Projection == "alignment");
        Assert.Contains(Tenant(poor), (await poor.GetAsync("/health/ready")).Succeeds().GetProperty("leftOut").EnumerateArray().Select(one => one.GetProperty("person").GetString()));
        Assert.Single(journal.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains(Tenant(poor), StringComparison.Ordinal));

        await using (var mend = journal.Database.DataSource.CreateCommand("update journal.mt_events set data = jsonb_set(data, '{OccurredAt}', '\"2025-01-06T08:00:00+00:00\"') where tenant_id = $1"))
        {
            mend.Parameters.Add(new() { Value = Tenant(poor) });
            await mend.ExecuteNonQueryAsync(Ct);
        }

        await journal.Get<Projections>().ReplayDeadLettersAsync(Ct);
        await using var session = Session(poor);
        Assert.NotNull(await session.LoadAsync<AlignmentHistory>(Tenant(poor), Ct));
        Assert.DoesNotContain((await journal.Get<Projections>().LeftOutAsync(100, Ct)), left => left.Person == Tenant(poor));
    }

    private async Task<(JournalClient Me, PracticeStory Story)> StartAsync()
    {
        var me = await journal.NewPersonAsync("UTC");
        return (me, new(journal.Get<IDocumentStore>(), me.Person.Id));
    }

    private async Task<IReadOnlyList<RegressionCycle>> CyclesAsync(JournalClient me)
    {
        await using var session = Session(me);
        return await session.Query<RegressionCycle>().ToListAsync(Ct);
    }

    private async Task<string> ToldDocumentsAsync()
    {
        await using var command = journal.Database.DataSource.CreateCommand("select coalesce(string_agg(data::text, ',' order by tenant_id, id), '') from journal.mt_doc_toldofpractice");
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    private List<string> Told(PracticeStory story) =>
        [.. journal.Log.Lines.Where(line => line.StartsWith("Information", StringComparison.Ordinal) && line.Contains($"practice {story.Practice}", StringComparison.Ordinal))];

    private IQuerySession Session(JournalClient me) => journal.Get<IDocumentStore>().QuerySession(Tenant(me));

    private Task CatchUpAsync() => journal.Get<Projections>().CatchUpAsync(Ct);

    private static string Tenant(JournalClient me) => Author.TenantOf(me.Person.Id);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, typeof(T), ReportsJson.Default);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
