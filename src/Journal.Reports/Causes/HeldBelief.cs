using Journal.Beliefs;
using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Causes;

/// <summary>Whether a belief was held at a time.</summary>
internal static class HeldBelief
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

/// <summary>Which commitments and practices a belief constrains: those it was named to constrain, and commitments that were made on it.</summary>
internal sealed class Constrained
{
    private readonly DateOnly last;
    private readonly Dictionary<Guid, Fact> subjects;
    private readonly ILookup<Guid, Guid> resting;

    public Constrained(ReportView view)
    {
        last = view.Last;
        subjects = view.All<PracticeFact>().Cast<Fact>().Concat(view.All<CommitmentFact>()).Where(fact => fact.Day <= last).ToDictionary(fact => fact.Id);
        resting = view.All<CommitmentFact>().SelectMany(one => one.BeliefIds.Distinct(), (one, belief) => (Belief: belief, one.Id)).ToLookup(one => one.Belief, one => one.Id);
    }

    /// <summary>As what limits it was named last; null while it was not.</summary>
    public Constraint? Named(BeliefFact belief) => belief.Constraints.LastOrDefault(one => DateOnly.FromDateTime(one.At.DateTime) <= last);

    /// <summary>What it constrains, without repeats, in the order named.</summary>
    public IReadOnlyList<Fact> By(BeliefFact belief) =>
    [
        .. belief.Constraints.Where(one => DateOnly.FromDateTime(one.At.DateTime) <= last)
            .SelectMany(one => one.Constrains)
            .Concat(resting[belief.Id])
            .Distinct()
            .Where(subjects.ContainsKey)
            .Select(id => subjects[id]),
    ];
}
