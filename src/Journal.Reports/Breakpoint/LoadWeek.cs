using Journal.Commitments;
using Journal.Decisions;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using Journal.Work;

namespace Journal.Reports.Breakpoint;

/// <summary>One week: what there was to carry (M12), and how it went.</summary>
/// <param name="Open">Decisions and commitments that were open when it began.</param>
/// <param name="Arrivals">Those that came in it.</param>
/// <param name="Latency">Median hours to a decision of those opened in it; NaN where not known.</param>
/// <param name="Delay">Median minutes from plan to start of what was planned in it; NaN where not known.</param>
/// <param name="Corrections">Corrections made in it per action finished in it; NaN without any finished.</param>
internal sealed record LoadWeek(IsoWeek Week, int Open, int Arrivals, double Latency, double Delay, double Corrections, IReadOnlyList<Guid> Events)
{
    /// <summary>Everything that was open at some time of the week.</summary>
    public int Load => Open + Arrivals;

    /// <summary>The weeks of the window, from the first in which anything was opened.</summary>
    public static IReadOnlyList<LoadWeek> Of(Scope scope)
    {
        var decisions = scope.Facts.Of<DecisionFact>().Where(one => scope.Serves(one.AimId)).ToList();
        var commitments = scope.Facts.Of<CommitmentFact>().Where(one => scope.Serves(one.AimId)).ToList();
        List<(DateOnly From, DateOnly To, Fact Fact)> open =
        [
            .. decisions.Select(one => (one.Day, Day(one.Closed?.At ?? scope.End), (Fact)one)),
            .. commitments.Select(one => (one.Day, Day(one.Ending?.At ?? PlannedStart.AbandonedAt(one) ?? scope.End), (Fact)one)),
        ];
        var opened = decisions.ToLookup(one => IsoWeek.Of(one.Day));
        var starts = PlannedStart.Of(commitments, scope.Outcomes, scope.End).ToLookup(start => IsoWeek.Of(Day(start.PlannedAt)));
        var finished = Finished(commitments, scope).ToLookup(IsoWeek.Of);
        var corrections = scope.Within<CorrectionFact>().Where(one => scope.Serves(one.AimId)).ToLookup(one => IsoWeek.Of(one.Day));
        return open.Count == 0 ? [] : [.. scope.Weeks.Where(week => week >= IsoWeek.Of(open.Min(one => one.From))).Select(Judge)];

        LoadWeek Judge(IsoWeek week)
        {
            var carried = open.Where(one => one.From <= week.Sunday && one.To >= week.Monday).ToList();
            var arrived = carried.Count(one => one.From >= week.Monday);
            return new(
                week,
                carried.Count - arrived,
                arrived,
                Wait.Median([.. opened[week].Select(decision => DecisionMetrics.WaitOf(decision, scope.End))]),
                Wait.Median([.. starts[week].Select(start => start.Wait)]),
                finished[week].Count() is > 0 and var done ? (double)corrections[week].Count() / done : double.NaN,
                [.. carried.SelectMany(one => one.Fact.Events).Concat(starts[week].SelectMany(start => start.Fact.Events)).Concat(corrections[week].SelectMany(one => one.Events)).Distinct()]);
        }
    }

    private static IEnumerable<DateOnly> Finished(List<CommitmentFact> commitments, Scope scope) =>
        commitments.Where(one => one.Ending?.State == OutcomeState.Finished).Select(one => Day(one.Ending!.At))
            .Concat(scope.Outcomes.Where(one => one.State == OutcomeState.Finished).Select(one => one.Day));

    private static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.DateTime);
}
