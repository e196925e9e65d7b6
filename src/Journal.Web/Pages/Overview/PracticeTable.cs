using Journal.Reports.Alignment;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>A practice's weeks. Days that nothing is known of make no long rows of nothing.</summary>
internal static class PracticeTable
{
    public static Html Of(PracticeHistory history) => DataTable.Of(
        $"{history.Title}: adherence per week", ["Week of", "Adherence", "Done", "Partly", "Missed", "Excused"], Rows(history.Weeks));

    private static IEnumerable<Html> Rows(IReadOnlyList<PracticeWeekFigure> weeks)
    {
        for (var i = 0; i < weeks.Count; i++)
        {
            var unknown = weeks.Skip(i).TakeWhile(week => week is { Adherence: null, Observed: 0, Skipped: 0 }).Count();
            yield return unknown > 1 ? Nothing(weeks[i], unknown) : Row(weeks[i]);
            i += Math.Max(0, unknown - 1);
        }
    }

    private static Html Row(PracticeWeekFigure week) => Html.Of($"""
        <tr><th scope="row">{Wording.Time(week.Start)}</th><td>{Wording.Percent(week.Adherence)}</td><td>{week.Done}</td><td>{week.Partial}</td><td>{week.Missed}</td><td>{week.Skipped}</td></tr>

        """);

    private static Html Nothing(PracticeWeekFigure first, int weeks) => Html.Of($"""
        <tr><th scope="row">{Wording.Time(first.Start)}</th><td colspan="5">{weeks} weeks not known</td></tr>

        """);
}
