using System.Text.Json;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.TimeTravel;

/// <summary>Comparing, supposing, explaining and naming moments over HTTP, on a sample journal.</summary>
public sealed class AskingAboutAHistory(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task Two_moments_differ_by_the_events_between_them()
    {
        var me = await FounderAsync();
        var answer = (await me.GetAsync("compare/cycles?a.asOf=2025-06-01&b.asOf=2025-09-01")).Succeeds();
        Assert.Equal(("2025-06-01", "2025-09-01"), (Text(answer.GetProperty("before"), "asOf"), Text(answer.GetProperty("after"), "asOf")));
        var added = answer.GetProperty("changes").GetProperty("figures").EnumerateArray().SelectMany(figure => figure.GetProperty("events").GetProperty("added").EnumerateArray());
        Assert.NotEmpty(added);
    }

    [Fact]
    public async Task The_same_moment_twice_says_the_same()
    {
        var changes = (await (await FounderAsync()).GetAsync("compare/alignment?a.asOf=2025-06-01&b.asOf=2025-06-01")).Succeeds().GetProperty("changes");
        Assert.All(changes.EnumerateObject(), change => Assert.Empty(change.Value.EnumerateArray()));
    }

    [Fact]
    public async Task A_larger_drop_leaves_fewer_cycles_and_stores_nothing()
    {
        var me = await FounderAsync();
        var before = await journal.EventsOfAsync(me);
        var cycles = (await me.GetAsync("whatif/cycles?rules=drop=0.9")).Succeeds().GetProperty("changes").GetProperty("figures").EnumerateArray()
            .Where(figure => Text(figure, "name") == "cycles").ToList();
        Assert.NotEmpty(cycles);
        Assert.All(cycles, figure => Assert.True(figure.GetProperty("difference").GetDouble() < 0));
        Assert.Equal(before.Count, (await journal.EventsOfAsync(me)).Count);
    }

    [Fact]
    public async Task By_the_same_rules_nothing_moves()
    {
        var changes = (await (await FounderAsync()).GetAsync("whatif/alignment")).Succeeds().GetProperty("changes");
        Assert.All(changes.EnumerateObject(), change => Assert.Empty(change.Value.EnumerateArray()));
    }

    [Fact]
    public async Task Without_an_intervention_its_weeks_are_gone()
    {
        var figures = (await (await FounderAsync()).GetAsync($"whatif/alignment?excludeIntervention={Uri.EscapeDataString("Two fixed half-days for calls")}")).Succeeds()
            .GetProperty("changes").GetProperty("figures").EnumerateArray().ToList();
        Assert.Contains(figures, figure => Text(figure, "change") == "vanished");
    }

    [Fact]
    public async Task A_conclusion_holds_over_ranges_of_a_threshold()
    {
        var answer = (await (await FounderAsync()).GetAsync("sensitivity/cycles?rule=drop&low=0.1&high=0.9")).Succeeds();
        var several = answer.GetProperty("conclusions").EnumerateArray().First(one => one.GetProperty("ranges").GetArrayLength() > 1).GetProperty("ranges");
        Assert.Equal((0.1, 0.9), (several[0].GetProperty("from").GetDouble(), several[several.GetArrayLength() - 1].GetProperty("to").GetDouble()));
        Assert.InRange(several[1].GetProperty("from").GetDouble() - several[0].GetProperty("to").GetDouble(), 0, 0.001);
    }

    [Fact]
    public async Task A_figure_names_its_events_and_is_made_again_from_them()
    {
        var answer = (await (await FounderAsync()).GetAsync("explain/alignment/execution?on=2025-03-05")).Succeeds();
        var figure = answer.GetProperty("figure");
        Assert.Equal("2025-03-03", Text(figure, "from"));
        Assert.Equal(figure.GetProperty("value").GetDouble(), answer.GetProperty("recomputed").GetDouble());
        Assert.Equal(figure.GetProperty("events").GetArrayLength(), answer.GetProperty("events").GetArrayLength());
        Assert.All(answer.GetProperty("events").EnumerateArray(), e => Assert.NotEqual("", Text(e, "type")));
    }

    [Fact]
    public async Task Moments_are_called_by_their_names()
    {
        var me = await FounderAsync();
        await me.NewAsync("moments", """{"title":"New office","occurredAt":"2025-05-20T10:00"}""");
        async Task<string> AsOf(string moment) => Text((await me.GetAsync($"reports/cycles?asOf={Uri.EscapeDataString(moment)}")).Succeeds().GetProperty("origin"), "asOf");
        Assert.StartsWith("2025-05-20T10:00:00", await AsOf("label:new office"), StringComparison.Ordinal);
        Assert.StartsWith("2025-06-02T", await AsOf("before:intervention:Two fixed"), StringComparison.Ordinal);
        Assert.Equal(DayOfWeek.Sunday, DateOnly.Parse(await AsOf("peak:Talk to a customer:1"), null).DayOfWeek);
        Assert.NotEmpty((await me.GetAsync("history?asOf=label:new%20office")).Succeeds().GetProperty("events").EnumerateArray());
    }

    [Theory]
    [InlineData(404, "report.unknown", "compare/luck")]
    [InlineData(404, "report.unknown", "whatif/luck")]
    [InlineData(404, "report.unknown", "replay?report=luck")]
    [InlineData(404, "figure.unknown", "explain/alignment/luck")]
    [InlineData(404, "moment.unknown", "reports/cycles?asOf=label:nothing")]
    [InlineData(404, "moment.unknown", "compare/cycles?b.knownAt=before:intervention:none")]
    [InlineData(404, "moment.unknown", "history?knownAt=peak:none:1")]
    [InlineData(404, "event.unknown", "whatif/cycles?excludeEvent=7b0c1a3e-0000-4000-8000-000000000001")]
    [InlineData(404, "subject.unknown", "whatif/cycles?excludeSubject=7b0c1a3e-0000-4000-8000-000000000001")]
    [InlineData(404, "intervention.unknown", "whatif/cycles?excludeIntervention=none")]
    [InlineData(422, "query.unknown", "whatif/cycles?rule=drop")]
    [InlineData(422, "rules.unknown", "sensitivity/cycles?rule=luck")]
    [InlineData(422, "rules.range", "sensitivity/cycles?rule=drop&low=2")]
    [InlineData(422, "time.invalid", "explain/alignment/belief?on=now")]
    [InlineData(422, "step.unknown", "replay?step=year")]
    [InlineData(422, "clock.unknown", "replay?clock=2")]
    [InlineData(422, "position.unknown", "replay?after=77")]
    public async Task What_cannot_be_asked_is_refused(int status, string code, string path) => (await (await journal.NewPersonAsync()).GetAsync(path)).IsRefused(status, code);

    private async Task<JournalClient> FounderAsync()
    {
        var me = await journal.NewPersonAsync();
        await journal.Get<NdjsonImport>().RunAsync(me.Person.Id, Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", "founder.ndjson"), dryRun: false, progress: null, CancellationToken.None);
        return me;
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
