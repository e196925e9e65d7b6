using Journal.Beliefs;

namespace Journal.Reports.Causes;

/// <summary>Whether a belief was held at a time.</summary>
internal static class Held
{
    /// <summary>Whether it was stated by a day, and neither replaced nor retired by then.</summary>
    public static bool IsActive(this BeliefFact belief, DateOnly day) =>
        belief.Day <= day && (belief.EndedAt is not { } ended || DateOnly.FromDateTime(ended.DateTime) > day);

    /// <summary>Whether it was held on any day from one to another, both included.</summary>
    public static bool IsHeldWithin(this BeliefFact belief, DateOnly first, DateOnly last) =>
        belief.Day <= last && (belief.EndedAt is not { } ended || DateOnly.FromDateTime(ended.DateTime) >= first);

    /// <summary>The day from which on it is no longer held, seen from a day; null where it is held then.</summary>
    public static DateOnly? EndedBy(this BeliefFact belief, DateOnly day) => belief.EndedAt is { } ended && ended.By(day) ? DateOnly.FromDateTime(ended.DateTime) : null;

    /// <summary>Whether it was held at a moment.</summary>
    public static bool IsHeld(this BeliefFact belief, DateTimeOffset moment) => belief.OccurredAt <= moment && (belief.EndedAt is not { } ended || ended > moment);
}
