using Journal.Facts;
using Journal.Practices;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Cycles;

/// <summary>A practice's outcomes as they were recorded.</summary>
internal static class EventTable
{
    public static Html Of(PracticeFact practice, IReadOnlyList<RecordedEvent> events) => Html.Of($"""
        {(events.Count == 0 ? Html.Of($"""<p class="none">Nothing was recorded in these weeks.</p>""") : Table(practice, events))}
        <p class="note">{SilenceMeans(practice.SilenceMeans)}</p>
        """);

    private static Html Table(PracticeFact practice, IReadOnlyList<RecordedEvent> events) =>
        DataTable.Of("What was recorded", ["When", "What", "Figures", "Note", "Recorded"], events.Select(e => Row(practice, e)));

    private static string SilenceMeans(Silence silence) => silence switch
    {
        Silence.Missed => "A day without a record counts as missed: its source records every time it was done.",
        Silence.InUse => "A day without a record counts as missed in weeks in which anything else was recorded, and neither way in others.",
        _ => "A day without a record counts neither way.",
    };

    private static Html Row(PracticeFact practice, RecordedEvent e) => Html.Of($"""
        <tr id="event-{e.Id:D}"><th scope="row">{Wording.Time(e.OccurredAt)}</th><td>{Word(e.Data)}</td>
        <td>{string.Join(", ", Figures(practice, e.Data))}</td><td class="text">{Note(e.Data)}</td><td>{Recorded(e)}</td></tr>

        """);

    private static string Word(object outcome) => outcome switch
    {
        ExecutionFinished => "Finished",
        ExecutionMissed { StartedAt: not null } => "Missed after a start",
        ExecutionMissed => "Missed",
        ExecutionSkipped => "Skipped",
        ExecutionLeftOpen => "Not known",
        _ => outcome.GetType().Name,
    };

    private static string? Note(object outcome) => outcome switch
    {
        ExecutionFinished finished => finished.Note,
        ExecutionMissed missed => missed.Reason,
        ExecutionSkipped skipped => skipped.Reason,
        ExecutionLeftOpen open => open.Note,
        _ => null,
    };

    private static IEnumerable<string> Figures(PracticeFact practice, object outcome)
    {
        if (outcome is not ExecutionFinished finished)
            yield break;
        if (finished.Score is { } score)
            yield return $"score {Wording.Percent(score)}";
        if (finished.Amount is { } amount)
            yield return $"{Wording.Number(amount)} {practice.Unit}".TrimEnd();
        if (finished.Effort is { } effort)
            yield return $"effort {effort} of 7";
        if (finished.Minutes is { } minutes)
            yield return Wording.Number(minutes) + " min";
        if (finished.NeededOperator == true)
            yield return "needed the person";
    }

    // What was written down on another day than it happened may be remembered rather than seen.
    private static Html Recorded(RecordedEvent e)
    {
        var recorded = e.RecordedAt.ToOffset(e.OccurredAt.Offset);
        var source = ImportHeader.Of(e.Headers) is { } import ? Html.Of($", imported as {import.Key}") : Html.None;
        return Html.Of($"{Wording.Time(DateOnly.FromDateTime(recorded.DateTime))}{source}");
    }
}
