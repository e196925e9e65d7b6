using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>
/// What a row says of a day. Rows are compared by it and not by their text: a newer version of the source writes more columns, and says the same.
/// </summary>
internal sealed record DayMeaning(string State, double? Amount, string? Note)
{
    public static (Guid Outcome, DayMeaning Meaning)? Of(IJournalEvent e) => e switch
    {
        ExecutionFinished finished => (finished.OutcomeId, new("finished", finished.Amount, finished.Note)),
        ExecutionMissed missed => (missed.OutcomeId, new("missed", null, missed.Reason)),
        ExecutionSkipped skipped => (skipped.OutcomeId, new("skipped", null, skipped.Reason)),
        ExecutionLeftOpen open => (open.OutcomeId, new("open", null, open.Note)),
        _ => null,
    };
}
