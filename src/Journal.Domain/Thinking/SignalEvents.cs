namespace Journal.Domain.Thinking;

/// <summary>Something was noticed that may call for action.</summary>
public sealed record SignalNoticed(Guid SignalId, [property: Personal] string Text, Guid? AimId, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SignalId;
}

public sealed record SignalActedOn(Guid SignalId, [property: Personal] string? Action, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SignalId;
}

/// <summary>It was set aside on purpose.</summary>
/// <param name="BeliefId">The belief by which it is safe to ignore.</param>
public sealed record SignalDismissed(Guid SignalId, Guid? BeliefId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SignalId;
}
