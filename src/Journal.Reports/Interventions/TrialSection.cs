using Journal.Analysis.Chance;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Interventions;

/// <summary>
/// By how much adherence changed with an intervention, with an interval that allows for the memory from week to week, and what such weeks rise by on their own. Where its start was
/// drawn among several weeks, the draw itself says how often chance gives as much; where it was not, it is no trial, and said so.
/// </summary>
internal static class TrialSection
{
    private const double Unusual = 0.05;

    public static void Write(ReportView view, ReportBuilder builder, InterventionWindow window, IReadOnlyList<InterventionWeek> before, IReadOnlyList<InterventionWeek> after)
    {
        double[] left = [.. before.Select(week => week.Adherence).OfType<double>()], right = [.. after.Select(week => week.Adherence).OfType<double>()];
        var events = before.Concat(after).Where(week => week.Adherence is not null).SelectMany(week => week.Events).Concat(window.Fact.Events).Distinct().ToList();
        var n = left.Length + right.Length;
        const string Label = "change of mean adherence from before to after";
        if (left.Length < Math.Max(2, view[Comparison.ComparedWeeks]) || right.Length < Math.Max(2, view[Comparison.ComparedWeeks]))
        {
            builder.Add("adherence.change", Label, "share", Measure.Missing($"at least {Math.Max(2, view[Comparison.ComparedWeeks])} known weeks on each side", n, events), window.Id);
            return;
        }

        var change = MeanChange.Of(left, right);
        var interval = change.Error > 0 ? new Interval(change.Low, change.High, 0.95) : null;
        builder.Add("adherence.change", Label, "share", Measure.Of(change.Change, n, events, interval), window.Id);
        Say(view, builder, window, left, change, interval, n, events);
    }

    private static void Say(ReportView view, ReportBuilder builder, InterventionWindow window, double[] left, MeanChange change, Interval? interval, int n, List<Guid> events)
    {
        var title = window.Fact.Title;
        var worth = $"{Text.Count(n, "known week")}, worth {Text.Number(change.EffectiveBefore + change.EffectiveAfter, 1)} independent ones";
        if (interval is null)
        {
            builder.Insufficient("change", $"how sure the change with “{title}” is cannot be told (ties): all weeks of each side are alike ({worth})", n, events, window.Id);
            return;
        }

        var figures = $"adherence changed by {Text.Number(change.Change)} ({Text.Number(interval.Low)} to {Text.Number(interval.High)} with 95 % certainty; {worth})";
        var trial = Drawn(view, builder, window) ?? "It is not a trial: the start was chosen and not drawn" + ByThemselves(window, left);
        builder.Judge("change", interval.Low > 0 || interval.High < 0, $"With “{title}” {figures}. {trial}.", $"With “{title}” no change is shown: {figures}. {trial}.", n, events, window.Id);
    }

    // Weeks that were chosen because they were low rise by themselves: by what memory leaves of their distance from all others.
    private static string ByThemselves(InterventionWindow window, double[] left)
    {
        double[] all = [.. window.Weeks.Select(week => week.Adherence).OfType<double>()];
        var (mean, before) = (Numbers.Mean(all), Numbers.Mean(left));
        var deviation = all.Sum(value => (value - mean) * (value - mean));
        var memory = deviation > 0 ? Math.Clamp(all.Skip(1).Zip(all, (now, then) => (now - mean) * (then - mean)).Sum() / deviation, 0, 1) : 0;
        var rise = (mean - before) * (1 - memory);
        return rise > 0.005 ? $", and weeks as low as those before rise by about {Text.Number(rise)} on their own" : "";
    }

    private static string? Drawn(ReportView view, ReportBuilder builder, InterventionWindow window)
    {
        if (window.Fact.Drawn is not { } draw)
        {
            return null;
        }

        var first = IsoWeek.Of(draw.First);
        var span = view[SidesSection.SpanWeeks];
        var weeks = window.Weeks.Where(week => week.Week.Monday >= first.Monday.AddDays(-7 * span) && week.Week.Monday < first.Monday.AddDays(7 * (draw.Weeks + span))).ToList();
        var start = weeks.FindIndex(week => week.Week == first);
        double[] values = [.. weeks.Select(week => week.Adherence ?? double.NaN)];
        if (start < 0 || start + draw.Weeks > values.Length)
        {
            return "Its start was drawn; the weeks it could have begun in are not over";
        }

        var probability = DrawnStart.Probability(values, start, draw.Weeks, draw.Place);
        if (double.IsNaN(probability))
        {
            return "Its start was drawn; weeks before or after it are not known";
        }

        builder.Test("change", probability, window.Id);
        builder.Add("trial.probability", $"probability of as much, had another of the {draw.Weeks} weeks been drawn", "probability", Measure.Of(probability, values.Length, window.Fact.Events), window.Id);
        return $"Its start was drawn among {draw.Weeks} weeks: by another of these starts as much would be seen with a probability of {Text.Number(probability, 3)}{(probability <= Unusual ? ", which is unusual" : "")}";
    }
}

/// <summary>What all drawn interventions say together.</summary>
internal static class TrialsSection
{
    public static void Write(ReportBuilder builder, IReadOnlyList<InterventionWindow> windows, IEnumerable<Figure> trials)
    {
        var told = trials.Where(figure => figure.Name == "trial.probability" && figure.Value is not null).ToList();
        if (told.Count > 1)
        {
            var product = told.Aggregate(1.0, (so, figure) => so * figure.Value!.Value);
            builder.Add("trials.probability", $"probability of as much in all {told.Count} drawn starts together", "probability", Measure.Of(product, told.Count, windows.Where(window => window.Fact.Drawn is not null).SelectMany(window => window.Fact.Events)));
        }
    }
}
