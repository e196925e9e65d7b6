using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports.Metrics;
using Journal.Work;

namespace Journal.Reports.Cost;

/// <summary>One cost, from one record.</summary>
/// <param name="Sort"><c>slip</c>, <c>waiting</c>, <c>rework</c> or <c>effort</c>.</param>
/// <param name="Amount">Days for a slip, hours for waiting and rework, points (1 to 7) for effort.</param>
/// <param name="Day">The day it fell on; for a slip, when it was due.</param>
internal sealed record CostEvent(string Sort, double Amount, DateOnly Day, Fact Fact)
{
    public const string Slip = "slip", Waiting = "waiting", Rework = "rework", Effort = "effort";

    /// <summary>Every cost of the window, by sort and then by day.</summary>
    public static IReadOnlyList<CostEvent> Of(Scope scope)
    {
        var corrections = scope.Within<CorrectionFact>().Where(one => scope.Serves(one.AimId)).ToList();
        var corrected = corrections.Select(one => one.SourceId).OfType<Guid>().ToHashSet();
        var slips = scope.Due.Select(one => (Commitment: one, Days: SlipDays(one, scope.End))).Where(one => one.Days > 0).ToList();
        var late = slips.Select(one => one.Commitment.Id).ToHashSet();
        return
        [
            .. slips.Select(one => new CostEvent(Slip, one.Days, DateOnly.FromDateTime(FinishMetrics.DueAt(one.Commitment)!.Value.DateTime), one.Commitment)),
            .. scope.Within<TimeFact>().Where(one => one.Mode == TimeMode.Waiting && scope.Serves(one.AimId)).Select(one => new CostEvent(Waiting, one.Minutes / 60, one.Day, one)),
            .. corrections.Where(one => one.Minutes is not null).Select(one => new CostEvent(Rework, one.Minutes!.Value / 60, one.Day, one)),
            .. scope.Commitments.Where(one => one.Ending?.Effort is not null && (late.Contains(one.Id) || corrected.Contains(one.Id)))
                .Select(one => new CostEvent(Effort, one.Ending!.Effort!.Value, DateOnly.FromDateTime(one.Ending.At.DateTime), one)),
            .. scope.Outcomes.Where(one => one.Effort is not null && one.DelayDays > scope.Rules[StartMetrics.OnTimeDays]).Select(one => new CostEvent(Effort, one.Effort!.Value, one.Day, one)),
        ];
    }

    // Past its due time to the end; without one, past its plan to the start. What was excused, missed or given up slips no further than that.
    private static double SlipDays(CommitmentFact commitment, DateTimeOffset end)
    {
        if (commitment.Ending?.State == OutcomeState.Skipped)
        {
            return 0;
        }

        var over = commitment.Ending?.At ?? PlannedStart.AbandonedAt(commitment) ?? end;
        var slip = commitment.DueAt is { } due ? over - due : (commitment.StartedAt ?? over) - commitment.PlannedAt;
        return Math.Max(0, slip?.TotalDays ?? 0);
    }
}
