namespace Journal.Recording;

/// <summary>An event that takes a whole subject back, which not every subject can be.</summary>
public interface IRetraction : IJournalEvent;

/// <summary>A whole subject was recorded in error; it stays in the history and leaves every figure.</summary>
public sealed record SubjectRetracted(Guid SubjectId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IRetraction
{
    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}
