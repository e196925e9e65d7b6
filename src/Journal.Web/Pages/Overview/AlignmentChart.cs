using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;
using Journal.Web.Pages.Charts;

namespace Journal.Web.Pages.Overview;

/// <summary>Each layer's score per week.</summary>
internal static class AlignmentChart
{
    /// <summary>The weeks that all charts of the page share; null when there are none.</summary>
    public static WeekScale? Scale(Reading reading)
    {
        if (reading.Alignment.Weeks is not [.., var last] weeks)
            return null;
        var shown = Math.Min(weeks.Count, Period.Of(reading.Query.Show).Weeks ?? weeks.Count);
        return WeekScale.Of(new IsoWeek(weeks[^shown].Start), new IsoWeek(last.Start));
    }

    public static WeekChart Of(IReadOnlyList<AlignmentWeek> weeks, WeekScale scale, Reading reading) =>
        new("alignment-chart", "Alignment per week: execution, belief and thinking", Describe(weeks), scale)
        {
            Series =
            [
                new("thinking", [.. weeks.Select(week => week.Thinking.Score)]),
                new("belief", [.. weeks.Select(week => week.Belief.Score)]),
                new("execution", [.. weeks.Select(week => week.Execution.Score)]),
            ],
            Height = 180,
            Level = reading.Request.Rules[CycleRules.Progress],
        };

    private static string Describe(IReadOnlyList<AlignmentWeek> weeks) =>
        $"{weeks.Count} weeks from {Wording.Day(weeks[0].Start)}. "
        + Describe("Execution", weeks, week => week.Execution.Score)
        + Describe("Belief", weeks, week => week.Belief.Score)
        + Describe("Thinking", weeks, week => week.Thinking.Score);

    private static string Describe(string layer, IReadOnlyList<AlignmentWeek> weeks, Func<AlignmentWeek, double?> score) =>
        weeks.LastOrDefault(week => score(week) is not null) is { } last
            ? $"{layer} is known in {Wording.Count(weeks.Count(week => score(week) is not null), "week")}, last {Wording.Percent(score(last))} in the week of {Wording.Day(last.Start)}. "
            : $"{layer} is not known in any. ";
}
