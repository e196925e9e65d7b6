using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>All weeks of one practice, as a table.</summary>
internal static class WeeksPage
{
    public static Html Of(Reading reading, PracticeView view) => new PageLayout($"{view.Practice.Title}: the weeks", reading.Handle).Around(
        Html.Of($"""
            <p class="back"><a href="{reading.Query.On("/")}">Where things stand</a></p>
            <h1><bdi>{view.Practice.Title}</bdi>: the weeks</h1>
            <p class="meta">{PracticeState.Cadence(view, reading.Request.Last)}</p>
            {PracticeTable.Of(view.History)}
            """),
        Provenance.Of(reading));
}
