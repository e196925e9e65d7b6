using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;
using Journal.Web.Pages.Charts;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>Each layer's score per week, as a chart and as a table.</summary>
internal static class AlignmentSection
{
    public static Html Of(Reading reading) => Html.Of($"""
        <section aria-labelledby="alignment">
        <div class="heading"><h2 id="alignment">Alignment, week by week</h2>{(Scale(reading) is null ? Html.None : PeriodLinks.Of(reading.Query, reading.Alignment.Weeks.Count))}</div>
        {(Scale(reading) is { } scale && reading.Alignment.N > 0 ? Drawn(reading, scale) : Html.Of($"""<p class="insufficient">{reading.Alignment.Insufficient}</p>"""))}
        </section>
        """);

    /// <summary>The weeks that all charts of the page share; null when there are none.</summary>
    public static WeekScale? Scale(Reading reading)
    {
        if (reading.Alignment.Weeks is not [.., var last] weeks)
            return null;
        var shown = Math.Min(weeks.Count, Period.Of(reading.Query.Show).Weeks ?? weeks.Count);
        return WeekScale.Of(new IsoWeek(weeks[^shown].Start), new IsoWeek(last.Start));
    }

    private static Html Drawn(Reading reading, WeekScale scale)
    {
        var weeks = reading.Alignment.Weeks.TakeLast(scale.Weeks).ToList();
        return Html.Of($"""
            <figure class="plot">
            {Chart(weeks, scale, reading.Request.Rules[CycleRules.Progress]).ToSvg()}
            <figcaption>{LayerKeys.Of(weeks)}</figcaption>
            </figure>
            <details class="data"><summary>The weeks as a table</summary>{LayerTable.Of(weeks, reading.Query)}</details>
            """);
    }

    private static WeekChart Chart(List<AlignmentWeek> weeks, WeekScale scale, double level) =>
        new("alignment-chart", "Alignment per week: execution, belief and thinking", Describe(weeks), scale)
        {
            Series =
            [
                new("thinking", [.. weeks.Select(week => week.Thinking.Score)]),
                new("belief", [.. weeks.Select(week => week.Belief.Score)]),
                new("execution", [.. weeks.Select(week => week.Execution.Score)]),
            ],
            Height = 180,
            Level = level,
        };

    private static string Describe(List<AlignmentWeek> weeks) =>
        $"{weeks.Count} weeks from {Wording.Day(weeks[0].Start)}. "
        + Describe("Execution", weeks, week => week.Execution.Score)
        + Describe("Belief", weeks, week => week.Belief.Score)
        + Describe("Thinking", weeks, week => week.Thinking.Score);

    private static string Describe(string layer, List<AlignmentWeek> weeks, Func<AlignmentWeek, double?> score) =>
        weeks.LastOrDefault(week => score(week) is not null) is { } last
            ? $"{layer} is known in {Wording.Count(weeks.Count(week => score(week) is not null), "week")}, last {Wording.Percent(score(last))} in the week of {Wording.Day(last.Start)}. "
            : $"{layer} is not known in any. ";
}
