using Journal.Reports.Metrics;

namespace Journal.Reports.Effort;

/// <summary>
/// Which curve describes weekly output over hours best (C106). Three are tried: constant (hours make no difference), linear, and saturating (each
/// further hour brings less). The one with the lowest BIC is named; no law of growth is claimed of it.
/// </summary>
internal static class OutputCurve
{
    public static readonly WholeRule CurveWeeks = new("curveWeeks", 8, 6, 520, "Weeks that must be known before a curve of output over hours is fitted.");

    private static readonly double[] Bends = [0.25, 0.5, 1, 2];

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        List<(WeekValue Hours, WeekValue Output)> weeks = [.. work.Weeks.Hours.Zip(work.Weeks.Output).Where(week => week is { First.Value: > 0, Second.Value: not null })];
        double[] x = [.. weeks.Select(week => week.Hours.Value!.Value)], y = [.. weeks.Select(week => week.Output.Value!.Value)];
        List<Guid> events = [.. weeks.SelectMany(week => week.Hours.Events.Concat(week.Output.Events)).Distinct()];
        if (x.Length < rules[CurveWeeks] || x.Distinct().Take(4).Count() < 4)
        {
            builder.Insufficient("curve", $"hours and output in at least {rules[CurveWeeks]} weeks with four different numbers of hours", x.Length, events);
            return;
        }

        var fits = Fits(x, y);
        var best = fits.MinBy(fit => fit.Bic)!;
        builder.Add(new Table("fits", "Output over hours by week: curves tried", ["curve", "level", "rise", "halfAtHours", "residual", "bic"], [.. fits.Select(fit => new Row(
            [fit.Name, Text.Number(fit.Level, 4), Text.Number(fit.Rise, 4), fit.Bend is { } bend ? Text.Number(bend, 4) : null, Text.Number(fit.Residual, 4), Text.Number(fit.Bic, 4)],
            null,
            events))]));
        builder.Found("curve", $"Of the curves tried, weekly output over hours is described best by a {best.Name} one ({Text.Count(x.Length, "week")}).", x.Length, events);
    }

    private static List<CurveFit> Fits(double[] x, double[] y)
    {
        var middle = Numbers.Middle(x);
        var constant = CurveFit.Constant(y);
        // A curve that turns down is no saturation: it must rise to count.
        var saturating = Bends.Select(bend => CurveFit.Of("saturating", [.. x.Select(hours => hours / (hours + (bend * middle)))], y, 3, bend * middle)).Where(fit => fit.Rise > 0).MinBy(fit => fit.Bic);
        return [constant, CurveFit.Of("linear", x, y, 2), .. saturating is null ? Array.Empty<CurveFit>() : [saturating]];
    }
}

/// <summary>Least squares of y on 1 and one term.</summary>
/// <param name="Level">y where the term is 0.</param>
/// <param name="Rise">y per unit of the term.</param>
/// <param name="Bend">The hours at which a saturating term has reached half; null for the others.</param>
/// <param name="Residual">Standard deviation of what the curve leaves.</param>
internal sealed record CurveFit(string Name, double Level, double Rise, double? Bend, double Residual, double Bic)
{
    private const double LeastVariance = 1e-12;

    public static CurveFit Constant(double[] y) => Fit("constant", y, new double[y.Length], 0, 1, null);

    public static CurveFit Of(string name, double[] term, double[] y, int parameters, double? bend = null)
    {
        var (meanTerm, meanY) = (Numbers.Mean(term), Numbers.Mean(y));
        var rise = term.Zip(y, (t, value) => (t - meanTerm) * (value - meanY)).Sum() / term.Sum(t => (t - meanTerm) * (t - meanTerm));
        return Fit(name, y, term, rise, parameters, bend);
    }

    private static CurveFit Fit(string name, double[] y, double[] term, double rise, int parameters, double? bend)
    {
        var level = Numbers.Mean(y) - (rise * Numbers.Mean(term));
        var variance = y.Zip(term, (value, t) => value - level - (rise * t)).Sum(off => off * off) / y.Length;
        // A perfect fit has no likelihood: below a share of the level it counts as noise of that size.
        var floor = LeastVariance * (1 + y.Max(value => value * value));
        return new(name, level, rise, bend, Math.Sqrt(variance), (y.Length * Math.Log(Math.Max(variance, floor))) + (parameters * Math.Log(y.Length)));
    }
}

/// <summary>Output that does not grow while effort holds (C105), by the slope of output per week (M18).</summary>
internal static class OutputGrowth
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var slope = OutputSlope.Of(work.Weeks.Output, rules);
        var effort = Comparison.OfHalves(work.Weeks.Hours, rules);
        builder.Add("output.slope", "Change of weekly output from week to week", "amount per week", slope.Whole);
        if (slope is not { Whole: { Value: { } value, Interval: { } interval }, Grows: { } grows } || effort is null)
        {
            builder.Insufficient("notCompounding", $"output in {rules[OutputSlope.SlopeWeeks]} whole weeks and hours in {rules[Comparison.ComparedWeeks]} of each half", slope.Whole.N, slope.Whole.Events);
            return;
        }

        var holds = effort.Rose(-rules[Comparison.Difference]);
        var sentence = $"Weekly output changes by {Text.Number(value)} a week (95 % interval {Text.Number(interval.Low)} to {Text.Number(interval.High)}), and hours by {Text.Growth(effort.Growth)} from the earlier to the later half";
        var events = slope.Whole.Events.Concat(effort.Events);
        builder.Judge(
            "notCompounding",
            !grows && holds,
            $"{sentence}: effort holds, output does not grow.",
            $"{sentence}{(grows ? ": output grows" : ": effort fell too")}.",
            slope.Whole.N,
            events);
    }
}
