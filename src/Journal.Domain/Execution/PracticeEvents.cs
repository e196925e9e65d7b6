namespace Journal.Domain.Execution;

/// <summary>A person takes up a recurring action.</summary>
/// <param name="Times">How often it is meant to be done in every <paramref name="Days"/> days.</param>
/// <param name="Target">The amount, in <paramref name="Unit"/>, that counts as done; null when doing it at all counts.</param>
/// <param name="Bound">Whether the amount is meant to reach the target or to stay within it.</param>
/// <param name="Silence">What a day without a record means.</param>
public sealed record PracticeAdopted(
    Guid PracticeId,
    [property: Personal] string Title,
    int Times,
    int Days,
    double? Target,
    [property: Personal] string? Unit,
    TargetBound Bound,
    Silence Silence,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;
}

/// <summary>The practice goes on differently from here; a null leaves that part as it was, and weeks before keep the cadence they had.</summary>
public sealed record PracticeRevised(
    Guid PracticeId,
    [property: Personal] string? Title,
    int? Times,
    int? Days,
    double? Target,
    [property: Personal] string? Unit,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;
}

/// <summary>The practice is given up: nothing is expected after it.</summary>
public sealed record PracticeDropped(Guid PracticeId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => PracticeId;
}

/// <summary>What a day without a record says.</summary>
public enum Silence
{
    /// <summary>Nothing: the day is unknown and counts neither way.</summary>
    Unknown,

    /// <summary>It was not done: the source records every time it was (a habit tracker's ticks).</summary>
    Missed,
}

public enum TargetBound
{
    AtLeast,
    AtMost,
}
