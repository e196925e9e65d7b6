namespace Journal.Recording;

/// <summary>A whole subject was recorded in error; it stays in the history and leaves every figure.</summary>
public sealed record SubjectRetracted(Guid SubjectId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}
