using System.Runtime.CompilerServices;
using System.Text.Json;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.TimeTravel;

namespace Journal.Tests.Reports.TimeTravel;

public sealed class AReplay
{
    private const int Events = 40;

    public static TheoryData<ReplayStep, ReplayClock, int> Ways =>
        [.. from step in Enum.GetValues<ReplayStep>() from clock in Enum.GetValues<ReplayClock>() from seed in new[] { 11, 12 } select new TheoryDataRow<ReplayStep, ReplayClock, int>(step, clock, seed)];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Resumed_at_any_position_ends_in_the_same_state(ReplayStep step, ReplayClock clock, int seed)
    {
        var events = new RandomHistory(seed).Events(Events);
        var whole = Run(step, clock, events, 0).End;
        foreach (var e in events)
        {
            var resumed = Run(step, clock, events, e.Position).End;
            Assert.Equal((whole.Position, whole.Facts, whole.Report), (resumed.Position, resumed.Facts, resumed.Report));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Resumed_behind_a_step_goes_on_with_the_next(ReplayStep step, ReplayClock clock, int seed)
    {
        var events = new RandomHistory(seed).Events(Events);
        var whole = Run(step, clock, events, 0).Steps;
        // A step without events has the position of the one before it, and comes again.
        foreach (var i in Enumerable.Range(0, whole.Count).Where(i => whole[i].Events.Count > 0))
        {
            var rest = Run(step, clock, events, whole[i].Position).Steps;
            Assert.Equal(whole.Skip(i + 1).Select(Text), rest.Select(Text));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Shows_every_event_once(ReplayStep step, ReplayClock clock, int seed)
    {
        var events = new RandomHistory(seed).Events(Events);
        var plan = Plan(step, clock) with { Request = new() { To = RandomHistory.End.AddDays(400) } };
        var shown = new Replay(Guid.Empty, plan, events).Steps().SelectMany(one => one.Events).Select(e => e.Id).ToList();
        Assert.Equal(events.Select(e => e.Id).Order(), shown.Order());
    }

    [Fact]
    public void Adds_up_to_the_last_report()
    {
        var events = new RandomHistory(13).Events(Events);
        var plan = Plan(ReplayStep.Week, ReplayClock.Known) with { Report = Reports.Counting };
        var sum = new Replay(Guid.Empty, plan, events).Steps().SelectMany(step => step.Changes.Figures).Where(figure => figure.Name == "outcomes")
            .Sum(figure => (figure.After ?? 0) - (figure.Before ?? 0));
        Assert.Equal(Reports.Of(Reports.Counting, RandomHistory.Fold(events)).Figures[0].Value, sum);
    }

    // Steps take over what earlier ones have judged; the end must not show it.
    [Theory]
    [InlineData("alignment", ReplayStep.Week, ReplayClock.Known, 15)]
    [InlineData("alignment", ReplayStep.Day, ReplayClock.True, 16)]
    [InlineData("cycles", ReplayStep.Day, ReplayClock.Known, 17)]
    [InlineData("cycles", ReplayStep.Week, ReplayClock.True, 18)]
    [InlineData("phases", ReplayStep.Week, ReplayClock.Known, 19)]
    [InlineData("phases", ReplayStep.Week, ReplayClock.True, 20)]
    public void Ends_with_the_report_that_is_worked_out_from_nothing(string name, ReplayStep step, ReplayClock clock, int seed)
    {
        var events = new RandomHistory(seed).Events(400);
        var last = RandomHistory.End.AddDays(140);
        var plan = Plan(step, clock) with { Report = AllReports.Find(name)!, Request = new() { To = last } };
        var replay = new Replay(Guid.Empty, plan, events);
        Assert.NotEmpty(replay.Steps().ToList());
        var request = clock == ReplayClock.True ? plan.Request with { AsOf = ValidTime.EndOf(last) } : plan.Request;
        Assert.Equal(StateHash.Of(plan.Report.Of(new(Guid.Empty, request, RandomHistory.Fold(events)))), replay.End().Report);
    }

    // Nor must any step on the way: each says what two reports that were worked out from nothing say of each other.
    [Theory]
    [InlineData("alignment", 21)]
    [InlineData("alignment", 22)]
    [InlineData("cycles", 23)]
    [InlineData("cycles", 24)]
    [InlineData("phases", 25)]
    public void Changes_in_each_step_what_reports_from_nothing_change(string name, int seed)
    {
        var events = new RandomHistory(seed).Events(300);
        var report = AllReports.Find(name)!;
        var plan = Plan(ReplayStep.Week, ReplayClock.Known) with { Report = report, Request = new() { To = RandomHistory.End } };
        var steps = new Replay(Guid.Empty, plan, events).Steps().ToList();
        Report Afresh(ReplayedStep step) => report.Of(Guid.Empty, new() { To = step.Day }, RandomHistory.Fold(events.Where(e => e.Position <= step.Position)));
        // A week in which nothing came and nothing moved is no step, and yet what the next one is held against.
        var next = steps.Zip(steps.Skip(1)).Where(pair => pair.Second.Day == pair.First.Day.AddDays(7)).ToList();
        Assert.True(next.Count > 10, $"{next.Count} steps followed one another");
        foreach (var (before, after) in next)
        {
            Assert.Equal(JsonSerializer.Serialize(ReportChanges.Of(Afresh(before), Afresh(after))), JsonSerializer.Serialize(after.Changes));
        }
    }

    // Weeks are kept from step to step; were their facts kept with them, ten years of steps would be.
    [Theory]
    [InlineData("alignment")]
    [InlineData("cycles")]
    [InlineData("phases")]
    public void Holds_nothing_of_the_facts_of_the_steps_before(string name)
    {
        var events = new RandomHistory(26).Events(300);
        var folded = new FactsSoFar().Take(events.Take(200));
        var before = Seen(folded, name);
        folded.Take(events.Skip(200));
        var after = folded.Now();
        AllReports.Find(name)!.Of(Guid.Empty, new() { To = RandomHistory.End }, after);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(before.IsAlive);
        GC.KeepAlive(after);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Seen(FactsSoFar folded, string name)
    {
        var facts = folded.Now();
        AllReports.Find(name)!.Of(Guid.Empty, new() { To = RandomHistory.End }, facts);
        return new(facts);
    }

    [Fact]
    public void Begins_with_the_day_that_is_asked_for()
    {
        var events = new RandomHistory(14).Events(Events);
        var from = DateOnly.FromDateTime(RandomHistory.Start.DateTime).AddDays(50);
        var steps = new Replay(Guid.Empty, Plan(ReplayStep.Day, ReplayClock.Known) with { From = from }, events).Steps().ToList();
        Assert.All(steps, step => Assert.True(step.Day >= from));
        var last = new Replay(Guid.Empty, Plan(ReplayStep.Day, ReplayClock.Known) with { From = from }, events);
        Assert.Equal(steps.Count, last.Steps().Count());
        Assert.Equal(Run(ReplayStep.Day, ReplayClock.Known, events, 0).End.Facts, last.End().Facts);
    }

    [Fact]
    public void Behind_a_position_that_is_none_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Replay(Guid.Empty, Plan(ReplayStep.Event, ReplayClock.Known), new RandomHistory(1).Events(20)).Steps(3).ToList());

    [Fact]
    public void Of_nothing_has_no_steps() => Assert.Empty(new Replay(Guid.Empty, Plan(ReplayStep.Week, ReplayClock.True), []).Steps());

    private static (List<ReplayedStep> Steps, ReplayEnd End) Run(ReplayStep step, ReplayClock clock, IReadOnlyList<RecordedEvent> events, long after)
    {
        var replay = new Replay(Guid.Empty, Plan(step, clock), events);
        return ([.. replay.Steps(after)], replay.End());
    }

    private static ReplayPlan Plan(ReplayStep step, ReplayClock clock) =>
        new(Reports.Feeling, new ReportRequest { To = RandomHistory.End.AddDays(10) }, step, clock, TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"));

    private static string Text(ReplayedStep step) =>
        $"{step.Position} {step.Day} {step.Moment} {string.Join(' ', step.Events.Select(e => e.Id))} {string.Join(' ', step.Changes.Figures.Select(f => (f.Change, f.Before, f.After)))}";
}
