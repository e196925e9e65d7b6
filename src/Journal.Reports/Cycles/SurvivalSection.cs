using Journal.Analysis.Survival;
using Journal.Reports.Weeks;

namespace Journal.Reports.Cycles;

/// <summary>
/// How long progress lasts: from its onset to the regression, by Kaplan and Meier. Progress that still holds is censored and not left out. All practices are pooled, since one
/// has too few stretches to speak of; beside it stands the same curve from random orders of the same weeks.
/// </summary>
internal static class SurvivalSection
{
    /// <summary>How far ahead it looks.</summary>
    private const int Ahead = 8;
    private static readonly int[] Shown = [4, 8, 12, 16, 20, 26, 34, 42, 52];

    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<PracticeCycles> practices)
    {
        var weighed = view.Practices.Select(practice => WeighedWeeks.Of(view, practice)).ToList();
        var longest = weighed.Select(one => one.Weeks.Length).DefaultIfEmpty(0).Max();
        var curve = new SurvivalCurve(longest);
        weighed.ForEach(one => one.AddTo(curve));
        var events = practices.SelectMany(practice => practice.Cycles.SelectMany(cycle => cycle.Evidence).Concat(practice.OpenProgress?.Evidence ?? [])).Distinct().ToList();
        var n = curve.Ended + curve.Open;
        if (n < view[Measure.Fewest])
        {
            builder.Insufficient("survival", $"at least {view[Measure.Fewest]} stretches of progress over all practices; there are {n}", n, events);
            return;
        }

        var chance = ByChance(weighed, longest, view.Cancel);
        builder.Add("survival.median", "Weeks after which half of all stretches of progress had regressed (all practices)", "weeks",
            curve.Median is { } median ? Measure.Of(median, n, events) : Measure.Missing($"more regressions: {curve.Ended} of {n} stretches of progress have ended, fewer than half", n, events));
        Say(builder, curve, chance, n, events);
        foreach (var practice in practices.Where(practice => practice.OpenProgress is not null))
        {
            Next(view, builder, practice, curve, n);
        }

        builder.Add(new Table(
            "survival",
            "Share of progress that still held, by the weeks since it began (all practices)",
            ["weeks", "watched", "held", "heldByChance", "chanceToEndThatWeek"],
            [.. Shown.Where(week => week <= curve.Longest).Select(week => new Row(
                [Text.Cell(week), Text.Cell(curve.AtRisk(week)), Text.Cell(curve.At(week)), chance is null ? null : Text.Cell(chance.At(week)), Text.Cell(curve.Hazard(week))], null, events))]));
    }

    private static SurvivalCurve? ByChance(IReadOnlyList<WeighedWeeks> weighed, int longest, CancellationToken cancel)
    {
        var known = weighed.Select(one => one.Chance(cancel)).OfType<CycleChance>().ToList();
        return known.Count == 0 ? null : SurvivalCurve.Together(longest, known.Select(one => one.Progress));
    }

    private static void Say(ReportBuilder builder, SurvivalCurve curve, SurvivalCurve? chance, int n, IReadOnlyList<Guid> events)
    {
        var held = curve.Median is { } median
            ? $"half had regressed {Text.Count(median, "week")} after they began"
            : $"fewer than half have regressed, the longest seen for {Text.Count(curve.Longest, "week")}";
        var beside = chance?.Median is { } other ? $" In random order of the same weeks half regress after {Text.Count(other, "week")}." : "";
        builder.Judge(
            "survival",
            chance?.Median is { } usual && !(curve.Median <= usual),
            $"Of {Text.Count(n, "stretch", "stretches")} of progress, all practices together, {curve.Open} still hold and {held}: longer than chance.{beside}",
            $"Of {Text.Count(n, "stretch", "stretches")} of progress, all practices together, {curve.Open} still hold and {held}.{beside}",
            n,
            events);
    }

    private static void Next(ReportView view, ReportBuilder builder, PracticeCycles practice, SurvivalCurve curve, int n)
    {
        var lasted = practice.OpenProgress!.Weeks;
        IReadOnlyList<Guid> events = practice.OpenProgress.Evidence;
        builder.Add(
            "survival.next",
            $"Chance of a regression within {Ahead} weeks, from all stretches that lasted as long: {practice.Title}",
            "share",
            curve.Within(lasted - 1, Ahead) is { AtRisk: var risk } next && risk >= view[Measure.Fewest]
                ? Measure.Of(next.Chance, risk, events, new(next.Low, next.High, 0.95))
                : Measure.Missing($"at least {view[Measure.Fewest]} stretches of progress of {Text.Count(lasted, "week")} or more", n, events),
            practice.PracticeId);
    }
}
