using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;
using Journal.Web.Pages.Overview;

namespace Journal.Web.Pages.Explaining;

/// <summary>What one figure rests on: its events, what else is known of their subjects, and the rows they were imported from.</summary>
internal static class ExplanationPage
{
    public static Html Of(Reading reading, Explanation explanation) => new PageLayout(Title(explanation), reading.Handle).Around(
        Html.Of($"""
            <p class="back"><a href="{reading.Query.On("/")}">Where things stand</a></p>
            <h1>{Title(explanation)}</h1>
            <p class="standing">{Says(explanation)}</p>
            {Section("events", $"It came from {Wording.Count(explanation.Events.Count, "event")}", explanation.Events)}
            {Section("context", $"Read with {Wording.Count(explanation.Context.Count, "other event")} of the same subjects", explanation.Context)}
            """),
        Provenance.Of(reading));

    private static string Title(Explanation explanation) => explanation.Figure is { } figure
        ? $"{figure.Label}, {Wording.Day(figure.From)} to {Wording.Day(figure.To)}"
        : explanation.Finding!.Name;

    private static string Says(Explanation explanation) => explanation.Figure is { } figure
        ? $"{Text.Value(figure)} ({Text.Rest(figure)}). Made again from these events and no others: {Text.Value(explanation.Recomputed, figure.Unit)}."
        : explanation.Finding!.Sentence;

    private static Html Section(string id, string title, IReadOnlyList<ExplainedEvent> events) => Html.Of($"""
        <section aria-labelledby="{id}"><h2 id="{id}">{title}</h2>
        {(events.Count == 0 ? Html.None : DataTable.Of(title, ["When", "What", "Recorded", "Imported from"], events.Select(Row)))}</section>
        """);

    private static Html Row(ExplainedEvent e) => Html.Of($"""
        <tr id="event-{e.Id:D}"><th scope="row">{Wording.Time(e.OccurredAt)}</th><td>{e.Type}</td>
        <td>{Wording.Time(e.RecordedAt.ToOffset(e.OccurredAt.Offset))}{(e.Source is { } source ? $", {source}" : "")}</td><td class="text">{e.Import?.Row}</td></tr>

        """);
}
