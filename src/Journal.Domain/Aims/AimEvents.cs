namespace Journal.Domain.Aims;

/// <summary>A person names something they want to sustain.</summary>
public sealed record AimSet(Guid AimId, [property: Personal] string Title, [property: Personal] string? Why, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => AimId;
}

/// <summary>The aim is worded anew; a null leaves that part as it was.</summary>
public sealed record AimRevised(Guid AimId, [property: Personal] string? Title, [property: Personal] string? Why, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => AimId;
}

/// <summary>The aim is no longer pursued.</summary>
public sealed record AimClosed(Guid AimId, AimEnding Ending, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => AimId;
}

public enum AimEnding
{
    Reached,
    Abandoned,
    Superseded,
}
