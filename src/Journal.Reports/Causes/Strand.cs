using Journal.Domain.Beliefs;
using Journal.Reports.Facts;
using Journal.Reports.Figures;

namespace Journal.Reports.Causes;

/// <summary>One way back from what was attempted to what was thought of it and to the belief behind that, as far as the records link them.</summary>
/// <param name="Thought">Null where the records link the belief to the attempt directly.</param>
/// <param name="Belief">A belief that counts; null where the thought cites none.</param>
internal sealed record Strand(Attempt Attempt, Thought? Thought, BeliefFact? Belief)
{
    /// <summary>The events of the attempt, the thought and the belief, in that order.</summary>
    public IReadOnlyList<Guid> Events => [.. Attempt.Events, .. Thought?.Events ?? [], .. Belief?.Events ?? []];
}

/// <summary>
/// Follows the links that the person recorded. Nothing is guessed: what is not linked stays unlinked. A record that contradicts a belief does not come from it.
/// </summary>
internal sealed class Strands
{
    private readonly Dictionary<Guid, BeliefFact> beliefs;
    private readonly ILookup<Guid, Thought> thoughts;
    private readonly ILookup<Guid, Guid> evidence;

    public Strands(ReportView view)
    {
        beliefs = view.All<BeliefFact>().Where(belief => belief.Counts && belief.Day <= view.Last).ToDictionary(belief => belief.Id);
        thoughts = About(view).Where(one => one.Thought.Day <= view.Last).ToLookup(one => one.Subject, one => one.Thought);
        evidence = view.All<EvidenceFact>().Where(one => one.SourceId is not null && one.Day <= view.Last && one.Direction == EvidenceDirection.Supports).ToLookup(one => one.SourceId!.Value, one => one.BeliefId);
    }

    /// <summary>Every way back from an attempt; empty when it is unlinked.</summary>
    public IReadOnlyList<Strand> Of(Attempt attempt)
    {
        var linked = Thoughts(attempt).SelectMany(thought => Through(attempt, thought)).ToList();
        var reached = linked.Select(strand => strand.Belief?.Id).ToHashSet();
        return
        [
            .. linked,
            .. attempt.BeliefIds.Concat(evidence[attempt.Id]).Distinct().Where(id => beliefs.ContainsKey(id) && !reached.Contains(id))
                .Select(id => new Strand(attempt, null, beliefs[id])),
        ];
    }

    private IEnumerable<Thought> Thoughts(Attempt attempt) =>
        thoughts[attempt.Id].Concat(attempt.DecisionId is { } decision ? thoughts[decision] : []).DistinctBy(thought => thought.Id);

    private IEnumerable<Strand> Through(Attempt attempt, Thought thought)
    {
        var cited = thought.BeliefIds.Where(beliefs.ContainsKey).Distinct().ToList();
        return cited.Count == 0 ? [new(attempt, thought, null)] : cited.Select(id => new Strand(attempt, thought, beliefs[id]));
    }

    private static IEnumerable<(Guid Subject, Thought Thought)> About(ReportView view)
    {
        foreach (var fact in view.All<InterpretationFact>())
        {
            foreach (var subject in new[] { fact.CommitmentId, fact.DecisionId }.OfType<Guid>())
            {
                yield return (subject, Thought.Of(fact));
            }
        }

        foreach (var fact in view.All<SetbackFact>().Where(fact => fact.SourceId is not null))
        {
            yield return (fact.SourceId!.Value, Thought.Of(fact));
        }

        foreach (var fact in view.All<DecisionFact>())
        {
            yield return (fact.Id, Thought.Of(fact));
        }
    }
}
