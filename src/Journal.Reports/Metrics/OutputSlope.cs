using Journal.Analysis.Slopes;

namespace Journal.Reports.Metrics;

/// <summary>Slope of output per week with its interval, and whether it bends upwards (M18).</summary>
/// <param name="Whole">Output per week and week.</param>
/// <param name="Earlier">The same of the earlier half of the known weeks.</param>
/// <param name="Later">Of the later half.</param>
internal sealed record OutputSlope(Measure Whole, Interval? Earlier, Interval? Later)
{
    public static readonly WholeRule SlopeWeeks = new("slopeWeeks", 6, 5, 520, "Weeks that must be known before a weekly slope says anything.");

    private const double Certainty = 0.95;

    /// <summary>Whether output grows: the interval lies above 0.</summary>
    public bool? Grows => Whole.Interval is { } interval ? interval.Low > 0 : null;

    /// <summary>Whether the interval of the later half lies above that of the earlier one; null where a half has fewer than five known weeks.</summary>
    public bool? Convex => Earlier is { } earlier && Later is { } later ? later.Low > earlier.High : null;

    /// <summary>The slope over weeks, by Theil and Sen.</summary>
    /// <param name="weeks">Output by week, oldest first.</param>
    /// <param name="rules">How many weeks must be known.</param>
    /// <remarks>Cost n^2 log n. Source: M18; <see cref="TheilSen"/>.</remarks>
    public static OutputSlope Of(IReadOnlyList<WeekValue> weeks, IRules rules)
    {
        List<WeekValue> known = [.. weeks.Where(week => week.Value is not null)];
        var events = known.SelectMany(week => week.Events);
        if (known.Count < rules[SlopeWeeks])
        {
            return new(Measure.Missing($"output in at least {rules[SlopeWeeks]} whole weeks", known.Count, events), null, null);
        }

        var whole = Fit(known);
        return new(
            Measure.Of(whole.Slope, known.Count, events, Bounds(whole)),
            Bounds(Fit([.. known.Take(known.Count / 2)])),
            Bounds(Fit([.. known.Skip((known.Count + 1) / 2)])));
    }

    private static SlopeEstimate Fit(List<WeekValue> known) =>
        TheilSen.Fit([.. known.Select(week => week.Week.Monday.DayNumber / 7.0)], [.. known.Select(week => week.Value!.Value)]);

    private static Interval? Bounds(SlopeEstimate fit) => double.IsNaN(fit.Low) ? null : new(fit.Low, fit.High, Certainty);
}
