using Journal.Reports.Alignment;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>The alignment chart's figures. Each opens what it rests on.</summary>
internal static class LayerTable
{
    public static Html Of(IReadOnlyList<AlignmentWeek> weeks, PageQuery query) => DataTable.Of(
        "Alignment per week",
        ["Week of", "Execution", "Belief", "Thinking", "Alignment", "Limiting", "n"],
        weeks.Select(week => Row(week, query)));

    private static Html Row(AlignmentWeek week, PageQuery query) => Html.Of($"""
        <tr><th scope="row">{Wording.Time(week.Start)}</th><td>{Score("execution", week.Execution.Score, week, query)}</td><td>{Score("belief", week.Belief.Score, week, query)}</td><td>{Score("thinking", week.Thinking.Score, week, query)}</td>
        <td>{Score("alignment", week.Alignment, week, query)}</td><td>{week.Limiting?.ToString().ToLowerInvariant() ?? "–"}</td><td>{week.Execution.N + week.Belief.N + week.Thinking.N}</td></tr>

        """);

    private static Html Score(string figure, double? score, AlignmentWeek week, PageQuery query) => score is { } known
        ? Html.Of($"""<a href="{query.On($"/explain/alignment/{figure}/{week.Start:yyyy-MM-dd}")}">{Wording.Percent(known)}</a>""")
        : Html.Of($"–");
}
