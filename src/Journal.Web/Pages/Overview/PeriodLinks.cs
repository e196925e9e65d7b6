using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>Ways to draw less of the history. The figures stay those of all of it.</summary>
internal static class PeriodLinks
{
    /// <param name="query">What the page was asked.</param>
    /// <param name="weeks">How many weeks there are to draw.</param>
    public static Html Of(PageQuery query, int weeks)
    {
        var periods = Period.All.Where(period => period.Weeks is null || period.Weeks < weeks).ToList();
        return periods.Count == 1 ? Html.None : Html.Of($"""
            <nav class="periods" aria-label="How much the charts show">{periods.Select(period => Link(period, query))}</nav>
            """);
    }

    private static Html Link(Period period, PageQuery query) => period == Period.Of(query.Show)
        ? Html.Of($"""<a href="{Address(period, query)}" aria-current="true">{period.Name}</a> """)
        : Html.Of($"""<a href="{Address(period, query)}">{period.Name}</a> """);

    private static string Address(Period period, PageQuery query) => (query with { Show = period == Period.Everything ? null : period.Word }).On("/");
}
