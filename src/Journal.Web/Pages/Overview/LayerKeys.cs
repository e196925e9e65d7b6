using Journal.Reports.Alignment;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>What each line of the alignment chart is, and what is missing for the layers that have none.</summary>
internal static class LayerKeys
{
    public static Html Of(IReadOnlyList<AlignmentWeek> weeks) => Html.Of($"""
        <ul class="keys">
        {Key("execution", "Execution", [.. weeks.Select(week => week.Execution)])}
        {Key("belief", "Belief", [.. weeks.Select(week => week.Belief)])}
        {Key("thinking", "Thinking", [.. weeks.Select(week => week.Thinking)])}
        <li class="note">A gap is a week that is not known. The dotted line is the level that progress takes.</li>
        </ul>
        """);

    private static Html Key(string name, string text, IReadOnlyList<LayerScore> scores) => Html.Of($"""
        <li><svg class="key" width="28" height="10" aria-hidden="true"><path class="line {name}" d="M1 5H27"/></svg> {text} {Score(scores)}</li>
        """);

    private static Html Score(IReadOnlyList<LayerScore> scores) => scores.LastOrDefault(score => score.Score is not null) is { } last
        ? Html.Of($"""<b>{Wording.Percent(last.Score)}</b> <span class="n">n = {last.N}, {Wording.Count(scores.Count(score => score.Score is not null), "known week")}</span>""")
        : Html.Of($"""<span class="n">not known: record {scores[^1].Missing}</span>""");
}
