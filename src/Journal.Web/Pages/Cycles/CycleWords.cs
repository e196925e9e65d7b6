using Journal.Reports.Cycles;

namespace Journal.Web.Pages.Cycles;

/// <summary>A cycle, or progress still open, in words.</summary>
internal static class CycleWords
{
    /// <summary>As in <c>regression from 22 Feb 2016, 4 weeks, open</c>.</summary>
    public static string Name(CycleFigure cycle) => $"regression from {Wording.Day(cycle.Regression)}, {Wording.Count(cycle.Weeks, "week")}, {cycle.State}";

    /// <summary>As in <c>regression, 4 weeks</c>.</summary>
    public static string Short(CycleFigure cycle) => $"regression, {Wording.Count(cycle.Weeks, "week")}{(cycle.Recovered is null ? ", open" : "")}";

    /// <summary>As in <c>progress from 7 Mar 2016, 2 weeks so far</c>.</summary>
    public static string Name(ProgressFigure progress) => $"progress from {Wording.Day(progress.Onset)}, {Wording.Count(progress.Weeks, "week")} so far";

    /// <summary>As in <c>progress from 4 Jan 2016, 4 weeks</c>.</summary>
    public static string Progress(CycleFigure cycle) => $"progress from {Wording.Day(cycle.Onset)}, {Wording.Count(cycle.Phases[0].Weeks, "week")}";

    public static string Course(CycleFigure cycle) =>
        $"Progress from {Wording.Day(cycle.Onset)} reached {Wording.Percent(cycle.Peak)} in the week of {Wording.Day(cycle.PeakWeek)}, "
        + $"then fell to {Wording.Percent(cycle.Trough)} at the lowest{Recovery(cycle)}{(cycle.Firm ? "" : " It depends on what the days without a record were.")}";

    public static string Course(ProgressFigure progress) =>
        $"It reached {Wording.Percent(progress.Peak)} in the week of {Wording.Day(progress.PeakWeek)}, and no regression has followed up to the last record.";

    private static string Recovery(CycleFigure cycle) => cycle.Recovered is { } day ? $"; recovered from {Wording.Day(day)}." : "; not recovered so far.";
}
