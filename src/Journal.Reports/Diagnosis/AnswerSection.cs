using Journal.Commitments;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Constraints;
using Journal.Reports.Metrics;
using Journal.Work;

namespace Journal.Reports.Diagnosis;

/// <summary>"Where misaligned, and what does it cost?", in one sentence that links to what it rests on.</summary>
internal static class AnswerSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<PracticeStanding> states)
    {
        var worst = states.Where(state => state.Regressed).OrderByDescending(state => state.Misaligned).ThenByDescending(state => state.Depth).ThenBy(state => state.Practice.OccurredAt).ThenBy(state => state.Practice.Id).FirstOrDefault();
        if (worst is not null)
        {
            Answer(view, builder, worst);
        }
        else if (states.All(state => state.State == "insufficient"))
        {
            builder.Insufficient("whereAndCost", "a practice with enough known weeks", states.Count, states.SelectMany(state => state.Events));
        }
        else
        {
            builder.NotFound("whereAndCost", Nothing(states), states.Sum(state => state.Done.N), states.SelectMany(state => state.Events));
        }
    }

    private static void Answer(ReportView view, ReportBuilder builder, PracticeStanding worst)
    {
        var id = worst.Practice.Id;
        var cost = RegressionCost.Of(view, worst.Practice, worst.Since);
        var (trace, traced) = Trace(view, worst);
        builder.Add("cost.missed", "occasions missed since then", "count", cost.Missed, id, worst.Since);
        builder.Add("cost.delay", "days of delay since then", "days", cost.DelayDays, id, worst.Since);
        builder.Add("cost.minutes", "minutes of other work and rework since then", "minutes", cost.Minutes, id, worst.Since);
        var sentence = $"“{worst.Practice.Title}” has been below its peak since {Text.LongDay(worst.Since)}: {Share(worst.Done)} of its known days were done; {trace}; "
            + $"since then {Text.Count(cost.Missed.N, "occasion")} missed, {Text.Number(cost.DelayDays.Value!.Value, 1)} days of delay, {Text.Number(cost.Minutes.Value!.Value, 0)} minutes of other work and rework.";
        var events = worst.Events.Concat(cost.Events).Concat(traced);
        builder.Judge("whereAndCost", worst.Misaligned, sentence, $"No pattern beyond chance: {sentence}", worst.Done.N, events, id, [.. worst.Stretch?.Alternatives ?? []]);
    }

    // Most of the misses that something outside does not explain have to say the same before a layer is named.
    private static (string Sentence, IReadOnlyList<Guid> Events) Trace(ReportView view, PracticeStanding worst)
    {
        var misses = Origins.Of(view).Where(miss => miss.Attempt.Subject == worst.Practice.Id && miss.Attempt.Day >= worst.Since && miss.Origin != Origin.Outside).ToList();
        var most = misses.GroupBy(miss => miss.Origin).OrderByDescending(origin => origin.Count()).ThenBy(origin => origin.Key).FirstOrDefault();
        if (most is null || most.Key == Origin.Unattributed || 2 * most.Count() <= misses.Count)
        {
            return ($"its {Text.Count(misses.Count, "miss", "misses")} are unattributed", []);
        }

        var dominant = most.Key == Origin.Belief && Dominant.Of(view).First is { } first && most.Any(miss => miss.Chains.Any(chain => chain.Limiting && chain.Belief!.Id == first.Belief.Id)) ? first : null;
        var locus = dominant is null ? "" : $", most of all “{dominant.Belief.Text}”";
        return ($"{most.Count()} of {Text.Count(misses.Count, "miss", "misses")} trace to {Text.Cell(most.Key)}{locus}", [.. most.SelectMany(miss => miss.Events), .. dominant?.Events ?? []]);
    }

    private static string Share(Measure done) => done is { Value: { } share, Interval: { } interval }
        ? $"{Text.Percent(share)} (95 % interval {Text.Percent(interval.Low)} to {Text.Percent(interval.High)})"
        : "an unknown share";

    private static string Nothing(IReadOnlyList<PracticeStanding> states) => states.Any(state => state.State == "regression")
        ? "No pattern: where practices lie below their peak, their misses were put down to capacity, environment or illness."
        : "No practice is in a regression.";
}

/// <summary>What a practice and its aim cost since a day: occasions missed, days of delay, and minutes of other work and of rework.</summary>
/// <param name="Missed">Of the practice, and of commitments for its aim.</param>
/// <param name="DelayDays">Sum of the late starts among them.</param>
/// <param name="Minutes">Spent instead of them, and on putting them right.</param>
internal sealed record RegressionCost(Measure Missed, Measure DelayDays, Measure Minutes)
{
    public IEnumerable<Guid> Events => Missed.Events.Concat(DelayDays.Events).Concat(Minutes.Events);

    public static RegressionCost Of(ReportView view, PracticeFact practice, DateOnly since)
    {
        var attempts = IntendedAction.Of(view).Where(one => one.Day >= since && (one.Subject == practice.Id || (one.OfCommitment && practice.AimId is not null && one.AimId == practice.AimId))).ToList();
        var (missed, late) = (attempts.Where(one => one.Missed).ToList(), attempts.Where(one => one.DelayDays > view[StartMetrics.OnTimeDays]).ToList());
        var subjects = view.All<CommitmentFact>().Where(one => practice.AimId is not null && one.AimId == practice.AimId).Select(one => one.Id).Append(practice.Id).ToHashSet();
        var instead = view.Within<TimeFact>().Where(one => one.Day >= since && one.InsteadOf is { } of && subjects.Contains(of)).ToList();
        var rework = view.Within<CorrectionFact>().Where(one => one.Day >= since && one.SourceId is { } of && subjects.Contains(of)).ToList();
        return new(
            Measure.Count(missed, one => one.Events),
            Measure.Of(late.Sum(one => one.DelayDays!.Value), late.Count, late.SelectMany(one => one.Events)),
            Measure.Of(
                instead.Sum(one => one.Minutes) + rework.Sum(one => one.Minutes ?? 0), instead.Count + rework.Count, instead.SelectMany(one => one.Events).Concat(rework.SelectMany(one => one.Events))));
    }
}
