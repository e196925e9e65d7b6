using Journal.Beliefs;
using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;

namespace Journal.Reports.Causes;

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
