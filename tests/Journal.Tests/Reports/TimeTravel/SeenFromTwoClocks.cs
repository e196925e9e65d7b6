using Journal.Facts;
using Journal.Moments;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.States;
using Journal.Work;

namespace Journal.Tests.Reports.TimeTravel;

/// <summary>A step of a replay is what a report says that is asked as of the same moment, made from nothing but the events that were there then.</summary>
public sealed class SeenFromTwoClocks
{
    private const int Events = 160;

    public static TheoryData<string, int> Histories => Reports.Seeded(3);

    [Theory]
    [MemberData(nameof(Histories))]
    public void A_step_of_what_was_known_is_the_report_of_the_events_recorded_by_then(string report, int seed)
    {
        var (kind, events) = (Reports.Named(report), new RandomHistory(seed).Events(Events));
        var replay = new Replay(Guid.Empty, Plan(kind, ReplayStep.Week, ReplayClock.Known), events);
        foreach (var step in replay.Steps())
        {
            var naive = kind.Of(new ReportView(Guid.Empty, new() { To = step.Day }, RandomHistory.Fold(events.Where(e => e.Position <= step.Position))));
            Assert.Equal(StateHash.Of(naive), replay.End().Report);
        }
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void A_step_of_what_was_true_is_the_report_as_of_that_moment(string report, int seed)
    {
        var (kind, events) = (Reports.Named(report), new RandomHistory(seed).Events(Events));
        var replay = new Replay(Guid.Empty, Plan(kind, ReplayStep.Week, ReplayClock.True), events);
        foreach (var step in replay.Steps())
        {
            var request = new ReportRequest { To = RandomHistory.End, AsOf = ValidTime.EndOf(step.Day) };
            Assert.Equal(StateHash.Of(kind.Of(new ReportView(Guid.Empty, request, RandomHistory.Fold(events)))), replay.End().Report);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Without_retractions_what_was_known_and_true_is_what_the_events_of_both_clocks_make(int seed)
    {
        // What is said once is said by the first event of its stream; a second of the same id would count or not by which of them is there.
        var events = new RandomHistory(seed).Events(Events).Where(e => e.Version == 1 || e.Data is ExecutionFinished or ExecutionMissed or ExecutionSkipped).ToList();
        for (var n = 40; n < Events; n += 40)
        {
            var (known, moment) = (events.TakeWhile(e => e.Position <= 2 * n).ToList(), ValidTime.EndOf(DateOnly.FromDateTime(RandomHistory.Start.DateTime).AddDays(n / 2)));
            var both = RandomHistory.Fold(known).AsOf(moment);
            var naive = RandomHistory.Fold(known.Where(e => moment.Includes(((IJournalEvent)e.Data).OccurredAt)));
            // What an outcome was, a sample said or an output came to never changes once it is there: filtering events and filtering facts agree.
            Assert.Equal(Said<OutcomeFact>(naive), Said<OutcomeFact>(both));
            Assert.Equal(Said<StateFact>(naive), Said<StateFact>(both));
            Assert.Equal(Said<OutputFact>(naive), Said<OutputFact>(both));
            Assert.Equal(Said<MomentFact>(naive), Said<MomentFact>(both));
        }
    }

    private static IEnumerable<(Guid, DateTimeOffset)> Said<T>(JournalFacts facts)
        where T : Fact => facts.Of<T>().Select(fact => (fact.Id, fact.OccurredAt));

    internal static ReplayPlan Plan(ReportKind kind, ReplayStep step, ReplayClock clock) =>
        new(kind, new ReportRequest { To = RandomHistory.End }, step, clock, TimeZoneInfo.Utc);
}
