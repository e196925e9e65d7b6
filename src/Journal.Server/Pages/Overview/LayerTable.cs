using Journal.Reports.Alignment;
using Journal.Server.Pages.Layout;
using Journal.Server.Pages.Markup;

namespace Journal.Server.Pages.Overview;

/// <summary>The alignment chart's figures.</summary>
internal static class LayerTable
{
    public static Html Of(IReadOnlyList<AlignmentWeek> weeks) => DataTable.Of(
        "Alignment per week",
        ["Week of", "Execution", "Belief", "Thinking", "Alignment", "Limiting", "n"],
        weeks.Select(Row));

    private static Html Row(AlignmentWeek week) => Html.Of($"""
        <tr><th scope="row">{Wording.Time(week.Start)}</th><td>{Score(week.Execution.Score)}</td><td>{Score(week.Belief.Score)}</td><td>{Score(week.Thinking.Score)}</td>
        <td>{Score(week.Alignment)}</td><td>{week.Limiting?.ToString().ToLowerInvariant() ?? "–"}</td><td>{week.Execution.N + week.Belief.N + week.Thinking.N}</td></tr>

        """);

    private static string Score(double? score) => score is { } known ? Wording.Percent(known) : "–";
}
