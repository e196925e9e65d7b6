using Journal.Aims;
using Journal.Analysis.Slopes;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Facts;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using Journal.Signals;
using Journal.States;

namespace Journal.Reports.Energy;

/// <summary>Level and spread of energy (M17), and whether it steadies without sinking (C78).</summary>
internal static class LevelSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add("energy.mean", "Energy", "points", StateMetrics.Mean(scope.Samples, sample => sample.Energy, null, scope.Rules));
        builder.Add("energy.sd", "Spread of energy", "points", StateMetrics.Deviation(scope.Samples, sample => sample.Energy, scope.Rules));
        var first = scope.Samples.Where(sample => sample.Day < scope.Middle).ToList();
        var second = scope.Samples.Where(sample => sample.Day >= scope.Middle).ToList();
        var (mean, later) = (Mean(first, scope), Mean(second, scope));
        var (spread, laterSpread) = (Spread(first, scope), Spread(second, scope));
        var all = Measure.All($"at least {scope.Rules[Measure.Fewest]} ratings of energy in each half of the window", mean, later, spread, laterSpread);
        var figures = $"mean {Text.Number(mean.Value)} and spread {Text.Number(spread.Value)} in the first half of the window, mean {Text.Number(later.Value)} and spread {Text.Number(laterSpread.Value)} in the second";
        var steadier = laterSpread.Value < spread.Value * (1 - scope.Rules[Comparison.Difference]);
        var lower = later.Value < mean.Value;
        builder.Judge(
            "energyStabilises",
            all with { N = mean.N + later.N },
            steadier && !lower && later.Value > scope.Rules[StateMetrics.LowRating],
            $"Energy varies less and is no lower: {figures}.",
            steadier ? $"Energy varies less at a {(lower ? "lower" : "low")} level, which is not counted as stable: {figures}." : $"Energy does not clearly vary less: {figures}.");
    }

    private static Measure Mean(List<StateFact> samples, Scope scope) => StateMetrics.Mean(samples, sample => sample.Energy, null, scope.Rules);

    private static Measure Spread(List<StateFact> samples, Scope scope) => StateMetrics.Deviation(samples, sample => sample.Energy, scope.Rules);
}

/// <summary>Falling energy that is followed by silence (C48): a soft notice, with what else would explain it.</summary>
internal static class FadingSection
{
    private const int LeastWeeks = 5;

    public static void Write(Scope scope, ReportBuilder builder)
    {
        var weeks = WeekMean.Of(scope, sample => sample.Energy);
        var known = weeks.Where(week => week.Value is not null).ToList();
        var events = known.SelectMany(week => week.Events).ToList();
        builder.Add(new Series("energy.weeks", "Energy, mean of the week", "points", null, [.. weeks.Select(week => week.Point)]));
        var slope = TheilSen.Fit([.. known.Select(week => week.Week.Monday.DayNumber / 7.0)], [.. known.Select(week => week.Value!.Value)]);
        var trend = known.Count < LeastWeeks
            ? Measure.Missing($"ratings of energy in at least {LeastWeeks} weeks; there are {known.Count}", known.Count, events)
            : Measure.Of(slope.Slope, known.Count, events, new(slope.Low, slope.High, 0.95));
        builder.Add("energy.trend", "Change of energy from week to week", "points a week", trend);
        Judge(scope, builder, trend);
    }

    private static void Judge(Scope scope, ReportBuilder builder, Measure trend)
    {
        var silent = scope.Last.DayNumber - (LastRecord.Of(scope.Facts) ?? scope.Last).DayNumber;
        var falls = trend.Interval?.High < 0;
        var sentence = $"Energy {(falls ? "falls" : "does not clearly fall")} ({Text.Number(trend.Value)} points a week, {Text.Number(trend.Interval?.Low)} to {Text.Number(trend.Interval?.High)})";
        var fading = falls && silent >= scope.Rules[WeeklyAdherence.SilentDays];
        var closed = scope.Facts.Of<AimFact>().Where(aim => aim.Ending == AimEnding.Abandoned && aim.ClosedAt is { } at && scope.Covers(at)).ToList();
        var given = closed.Count > 0 ? $", and {Text.Count(closed.Count, "aim")} {(closed.Count == 1 ? "was" : "were")} given up" : "";
        builder.Judge(
            "fading",
            fading ? trend with { Events = [.. trend.Events, .. closed.SelectMany(aim => aim.Events)] } : trend,
            fading,
            $"{sentence}, and nothing was recorded in the last {Text.Count(silent, "day")}{given}. It may be worth a moment to see whether the load still fits.",
            $"{sentence}; the last record is {Text.Count(silent, "day")} old.",
            null,
            "time off or a journey",
            "the journal was not at hand or is kept elsewhere");
    }
}

/// <summary>The last day anything was recorded of.</summary>
internal static class LastRecord
{
    public static DateOnly? Of(JournalFacts facts) => facts.All.Count == 0 ? null : facts.All.SelectMany(Moments).Max(moment => DateOnly.FromDateTime(moment.DateTime));

    // A fact that goes on was spoken of after it began.
    private static IEnumerable<DateTimeOffset> Moments(Fact fact) => fact switch
    {
        CommitmentFact one =>
        [
            one.OccurredAt,
            .. one.Turns.Select(turn => turn.At),
            .. one.Endings.Select(ending => ending.At),
            .. one.Reframes.Select(reframe => reframe.At),
            .. one.Codings.Select(coding => coding.At),
            .. one.Deliberations,
        ],
        DecisionFact one => [one.OccurredAt, .. one.Reviews.Select(review => review.At), .. one.Turns.Select(turn => turn.At), one.OutcomeReviewedAt ?? one.OccurredAt],
        BeliefFact one => [one.OccurredAt, .. one.Ratings.Select(rating => rating.At), .. one.Challenges, one.EndedAt ?? one.OccurredAt],
        SignalFact one => [one.OccurredAt, one.ActedAt ?? one.OccurredAt, one.DismissedAt ?? one.OccurredAt],
        AimFact one => [one.OccurredAt, one.ClosedAt ?? one.OccurredAt],
        _ => [fact.OccurredAt],
    };
}
