using Journal.Aims;
using Journal.Analysis.Slopes;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Energy;

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
