using Journal.Recording;

namespace Journal.Work;

/// <summary>Something that was done had to be done again or put right.</summary>
/// <param name="SourceId">The commitment, practice or process it was about.</param>
public sealed record CorrectionMade(
    Guid CorrectionId, double? Minutes, Guid? SourceId, [property: Personal] string? Note, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => CorrectionId;
}

/// <summary>Something that should run by itself took the person's own intervention.</summary>
/// <param name="SourceId">The commitment, practice or process it was about.</param>
public sealed record OperatorIntervened(
    Guid OccasionId, double? Minutes, Guid? SourceId, [property: Personal] string? Note, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => OccasionId;
}

/// <summary>Something came out of the work.</summary>
/// <param name="Amount">How much, in <paramref name="Unit"/>; 1 where it is simply one.</param>
/// <param name="Minutes">Time spent on it.</param>
public sealed record OutputRecorded(
    Guid OutputId,
    double Amount,
    [property: Personal] string? Unit,
    double? Minutes,
    Guid? ProcessId,
    [property: Personal] string? Topic,
    [property: Personal] string? Note,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => OutputId;
}

/// <summary>Time went into something.</summary>
/// <param name="InsteadOf">The commitment that was meant to be worked on at that time.</param>
public sealed record TimeSpent(
    Guid TimeId,
    double Minutes,
    TimeMode? Mode,
    [property: Personal] string? Topic,
    Guid? InsteadOf,
    [property: Personal] string? Note,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => TimeId;
}

/// <summary>What share of the time a topic is meant to have from here on. A later one for the topic takes its place.</summary>
/// <param name="Share">0 to 1.</param>
public sealed record FocusSet(Guid FocusId, [property: Personal] string Topic, double Share, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => FocusId;
}

/// <summary>In which way time was spent: the pairs are doing and designing, controlling and structuring, reacting and preempting.</summary>
public enum TimeMode
{
    Doing,
    Designing,
    Controlling,
    Structuring,
    Reacting,
    Preempting,
    Waiting,
}
