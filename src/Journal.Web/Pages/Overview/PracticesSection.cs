using Journal.Web.Pages.Charts;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Overview;

/// <summary>Every practice with its chart; those with too few known weeks only by name.</summary>
internal static class PracticesSection
{
    private const int MostRows = 60;

    private static Html Keys { get; } = Html.Of($"""
        <p class="note">Adherence per week. Shaded weeks are progress, hatched ones the regression after it; ▼ marks the peak, the best mean of consecutive weeks.</p>
        """);

    public static Html Of(Reading reading)
    {
        var views = PracticeView.Of(reading).ToLookup(view => view.Found.Insufficient is null);
        return Html.Of($"""
            <section aria-labelledby="practices">
            <h2 id="practices">Practices</h2>
            {(views[true].Any() ? Keys : Html.None)}
            {(AlignmentSection.Scale(reading) is { } scale ? views[true].Select(view => Article(view, scale, reading)) : [])}
            {(views[false].Any() ? TooLittle(views[false]) : Html.None)}
            </section>
            """);
    }

    private static Html Article(PracticeView view, WeekScale scale, Reading reading) => Html.Of($"""
        <article>
        <h3><bdi>{view.Practice.Title}</bdi>{PracticeState.Of(view)}</h3>
        <p class="meta">{PracticeState.Cadence(view, reading.Request.Last)}</p>
        <figure class="plot">{view.Chart(scale, reading.Request.Rules).ToSvg()}</figure>
        {CycleList.Of(view.Found, reading)}
        {(view.Found.Chance is { } chance ? Html.Of($"""<p class="note">{chance.Sentence}</p>""") : Html.None)}
        {Table(view, reading)}
        </article>

        """);

    // Twenty practices over ten years would be ten thousand rows that hardly anybody opens.
    private static Html Table(PracticeView view, Reading reading) => view.History.Weeks.Count <= MostRows
        ? Html.Of($"""<details class="data"><summary>The weeks as a table</summary>{PracticeTable.Of(view.History)}</details>""")
        : Html.Of($"""<p class="data"><a href="{reading.WeeksAddress(view.Practice.Id)}">The {view.History.Weeks.Count} weeks as a table</a></p>""");

    private static Html TooLittle(IEnumerable<PracticeView> views) => Html.Of($"""
        <h3>Too little to say yet</h3>
        <ul class="little">{views.Select(view => Html.Of($"""<li><bdi>{view.Practice.Title}</bdi> <span class="n">{view.Found.Insufficient}</span></li>"""))}</ul>
        """);
}
