using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Facts;
using Journal.Interpretations;
using Journal.Practices;
using Journal.Reports.Causes;

namespace Journal.Reports.Contradictions;

/// <summary>An aim, what was thought or decided for it, and a belief held at the time that limits it. One for each aim and belief.</summary>
/// <param name="Ended">The day the belief was replaced or retired; null where it is held on the last day.</param>
/// <param name="Supporting">
/// Interpretations that support the aim, and decisions made and commitments for it that rest on no belief that limits, while the belief was held; never empty.
/// </param>
internal sealed record Contradiction(AimFact Aim, BeliefFact Belief, DateOnly? Ended, IReadOnlyList<ThinkingRecord> Supporting)
{
    private const int Few = 3;

    /// <summary>The last few of what supports the aim, the last one first.</summary>
    public IReadOnlyList<ThinkingRecord> Latest => [.. Supporting.Reverse().Take(Few)];

    public IReadOnlyList<Guid> Events => [.. Aim.Events.Concat(Supporting.SelectMany(one => one.Events)).Concat(Belief.Events).Distinct()];

    public static IReadOnlyList<Contradiction> Of(ReportView view)
    {
        var beliefs = view.All<BeliefFact>().Where(one => one.Counts && one.Stance == BeliefStance.Limits && one.IsHeldWithin(view.First, view.Last)).ToList();
        var aims = Aims(beliefs, view);
        var supporting = Supporters(view).Where(one => one.AimId is not null && view.Covers(one.At)).ToLookup(one => one.AimId!.Value);
        return
        [
            .. from aim in view.All<AimFact>()
               where view.Serves(aim.Id) && aim.Day <= view.Last
               from belief in beliefs
               where aims[belief.Id].Contains(aim.Id)
               let thoughts = supporting[aim.Id].Where(one => belief.IsHeld(one.At)).OrderBy(one => one.At).ThenBy(one => one.Id).ToList()
               where thoughts.Count > 0
               select new Contradiction(aim, belief, belief.EndedBy(view.Last), thoughts),
        ];
    }

    // A belief is linked to the aim it was stated for, and to those of what it constrains.
    private static ILookup<Guid, Guid> Aims(List<BeliefFact> beliefs, ReportView view)
    {
        var constrained = new Constrained(view);
        return beliefs
            .SelectMany(belief => constrained.By(belief).Select(AimOf).Append(belief.AimId).OfType<Guid>().Distinct(), (belief, aim) => (belief.Id, aim))
            .ToLookup(one => one.Id, one => one.aim);
    }

    private static Guid? AimOf(Fact subject) => subject switch
    {
        PracticeFact practice => practice.AimId,
        CommitmentFact commitment => commitment.AimId,
        _ => null,
    };

    // What rests on a belief that limits comes from it, and does not stand against it. A decision says what it says from when it was made.
    private static IEnumerable<ThinkingRecord> Supporters(ReportView view)
    {
        var limiting = view.All<BeliefFact>().Where(one => one.Counts && one.Stance == BeliefStance.Limits).Select(one => one.Id).ToHashSet();
        return view.All<InterpretationFact>().Where(one => one.Supports == true).Select(ThinkingRecord.Of)
            .Concat(view.All<DecisionFact>().Where(one => one.FirstMadeAt is not null && !one.BeliefIds.Any(limiting.Contains)).Select(one => ThinkingRecord.Of(one) with { At = one.FirstMadeAt!.Value }))
            .Concat(view.All<CommitmentFact>().Where(one => !one.BeliefIds.Any(limiting.Contains)).Select(ThinkingRecord.Of));
    }
}
