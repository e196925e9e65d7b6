using Journal.Facts;
using Journal.Reports.Alignment;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;
using Journal.Web.Pages.Overview;

namespace Journal.Web.Pages.Cycles;

/// <summary>What a cycle is told from: its weeks, the events of those weeks, and what else went on.</summary>
internal static class CyclePage
{
    /// <param name="reading">The person's reports.</param>
    /// <param name="evidence">The cycle.</param>
    /// <param name="events">The events it was found in, as they happened.</param>
    public static Html Of(Reading reading, CycleEvidence evidence, IReadOnlyList<RecordedEvent> events) =>
        new PageLayout($"{evidence.View.Practice.Title}: {evidence.Name}", reading.Handle).Around(
            Html.Of($"""
                <p class="back"><a href="{reading.Query.On("/")}">Where things stand</a></p>
                <h1><bdi>{evidence.View.Practice.Title}</bdi>: {evidence.Name}</h1>
                <p class="standing">{evidence.Course}</p>
                <p class="meta">{PracticeState.Cadence(evidence.View, evidence.To)}</p>
                <figure class="plot">{evidence.View.Chart(evidence.Scale(), reading.Request.Rules).ToSvg()}</figure>
                {Remarks(evidence)}
                {Section("weeks", $"The weeks, n = {Weeks(evidence).Weeks.Count(week => week.Adherence is not null)} known", PracticeTable.Of(Weeks(evidence)))}
                {Section("events", $"What was recorded, n = {Wording.Count(events.Count, "event")}", EventTable.Of(evidence.View.Practice, events))}
                {Section("interventions", "Interventions under way", Surroundings.Interventions(evidence))}
                {Section("around", "Also in these weeks", Surroundings.Of(reading.Facts, evidence.From, evidence.To))}
                """),
            Provenance.Of(reading));

    private static Html Section(string id, string title, Html content) => Html.Of($"""
        <section aria-labelledby="{id}"><h2 id="{id}">{title}</h2>{content}</section>
        """);

    private static Html Remarks(CycleEvidence evidence) => evidence.Notes.Count == 0 ? Html.None : Html.Of($"""
        <ul class="little">{evidence.Notes.Select(note => Html.Of($"<li>{note}</li>"))}</ul>
        """);

    private static PracticeHistory Weeks(CycleEvidence evidence) => evidence.View.History with
    {
        Weeks = [.. evidence.View.History.Weeks.Where(week => week.Start >= evidence.From && week.Start <= evidence.To)],
    };
}
