using Journal.Facts;
using Journal.Practices;

namespace Journal.Web.Pages.Cycles;

/// <summary>A practice's outcomes as they were recorded, in words.</summary>
internal static class EventTable
{
    public static string SilenceMeans(Silence silence) => silence switch
    {
        Silence.Missed => "A day without a record counts as missed: its source records every time it was done.",
        Silence.InUse => "A day without a record counts as missed in weeks in which anything else was recorded, and neither way in others.",
        _ => "A day without a record counts neither way.",
    };

    public static string Word(object outcome) => outcome switch
    {
        ExecutionFinished => "Finished",
        ExecutionMissed { StartedAt: not null } => "Missed after a start",
        ExecutionMissed => "Missed",
        ExecutionSkipped => "Skipped",
        ExecutionLeftOpen => "Not known",
        _ => outcome.GetType().Name,
    };

    public static string? Note(object outcome) => outcome switch
    {
        ExecutionFinished finished => finished.Note,
        ExecutionMissed missed => missed.Reason,
        ExecutionSkipped skipped => skipped.Reason,
        ExecutionLeftOpen open => open.Note,
        _ => null,
    };

    public static IEnumerable<string> Figures(PracticeFact practice, object outcome)
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
    public static string Recorded(RecordedEvent e) =>
        Wording.Day(e.RecordedAt.ToOffset(e.OccurredAt.Offset)) + (ImportHeader.Of(e.Headers) is { } import ? $", imported as {import.Key}" : "");
}
