using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Interpretations;

namespace Journal.Reports.Causes;

/// <summary>One way back from what was attempted to what was thought of it and to the belief behind that, as far as the records link them.</summary>
/// <param name="Thought">Null where the records link the belief to the attempt directly.</param>
/// <param name="Belief">A belief that counts; null where the thought cites none.</param>
/// <param name="Named">Whether the only link is that the belief was named as what constrains this practice or commitment.</param>
internal sealed record CausalChain(IntendedAction Attempt, ThinkingRecord? Thought, BeliefFact? Belief, bool Named = false)
{
    /// <summary>Whether the belief limits and was held when it was attempted.</summary>
    public bool Limiting => Belief is { Stance: BeliefStance.Limits } belief && belief.IsHeld(Attempt.At);

    /// <summary><c>linked</c> through a thought to a belief, <c>thoughtOnly</c>, <c>beliefOnly</c>, or <c>constraint</c>.</summary>
    public string Link => (Thought, Belief) switch
    {
        (null, _) => Named ? "constraint" : "beliefOnly",
        (_, null) => "thoughtOnly",
        _ => "linked",
    };

    /// <summary>The events of the attempt, the thought and the belief, in that order.</summary>
    public IReadOnlyList<Guid> Events => [.. Attempt.Events, .. Thought?.Events ?? [], .. Belief?.Events ?? []];
}

/// <summary>
/// Follows the links that the person recorded. Nothing is guessed: what is not linked stays unlinked. A record that contradicts a belief does not come from it.
/// That a belief was named as what constrains a practice or a commitment is such a link too, for what was attempted while the belief was held.
/// </summary>
internal sealed class CausalChains
{
    private readonly Dictionary<Guid, BeliefFact> beliefs;
    private readonly ILookup<Guid, ThinkingRecord> thoughts;
    private readonly ILookup<Guid, Guid> evidence;
    private readonly ILookup<Guid, BeliefFact> named;

    public CausalChains(ReportView view)
    {
        beliefs = view.All<BeliefFact>().Where(belief => belief.Counts && belief.Day <= view.Last).ToDictionary(belief => belief.Id);
        thoughts = About(view).Where(one => one.Thought.Day <= view.Last).ToLookup(one => one.Subject, one => one.Thought);
        evidence = view.All<EvidenceFact>().Where(one => one.SourceId is not null && one.Day <= view.Last && one.Direction == EvidenceDirection.Supports).ToLookup(one => one.SourceId!.Value, one => one.BeliefId);
        named = beliefs.Values.Where(belief => belief.Stance == BeliefStance.Limits)
            .OrderBy(belief => belief.OccurredAt).ThenBy(belief => belief.Id)
            .SelectMany(belief => belief.Constraints.Where(one => one.At.By(view.Last)).SelectMany(one => one.Constrains).Distinct(), (belief, subject) => (subject, belief))
            .ToLookup(one => one.subject, one => one.belief);
    }

    /// <summary>Every way back from an attempt; empty when it is unlinked.</summary>
    public IReadOnlyList<CausalChain> Of(IntendedAction attempt)
    {
        var linked = Thoughts(attempt).SelectMany(thought => Through(attempt, thought)).ToList();
        var reached = linked.Select(chain => chain.Belief?.Id).ToHashSet();
        linked.AddRange(attempt.BeliefIds.Concat(evidence[attempt.Id]).Distinct().Where(id => beliefs.ContainsKey(id) && reached.Add(id)).Select(id => new CausalChain(attempt, null, beliefs[id])));
        linked.AddRange(named[attempt.Subject].Where(belief => belief.IsHeld(attempt.At) && reached.Add(belief.Id)).Select(belief => new CausalChain(attempt, null, belief, Named: true)));
        return linked;
    }

    private IEnumerable<ThinkingRecord> Thoughts(IntendedAction attempt) =>
        thoughts[attempt.Id].Concat(attempt.DecisionId is { } decision ? thoughts[decision] : []).DistinctBy(thought => thought.Id);

    private IEnumerable<CausalChain> Through(IntendedAction attempt, ThinkingRecord thought)
    {
        var cited = thought.BeliefIds.Where(beliefs.ContainsKey).Distinct().ToList();
        return cited.Count == 0 ? [new(attempt, thought, null)] : cited.Select(id => new CausalChain(attempt, thought, beliefs[id]));
    }

    private static IEnumerable<(Guid Subject, ThinkingRecord Thought)> About(ReportView view)
    {
        foreach (var fact in view.All<InterpretationFact>())
        {
            foreach (var subject in new[] { fact.CommitmentId, fact.DecisionId }.OfType<Guid>())
            {
                yield return (subject, ThinkingRecord.Of(fact));
            }
        }

        foreach (var fact in view.All<SetbackFact>().Where(fact => fact.SourceId is not null))
        {
            yield return (fact.SourceId!.Value, ThinkingRecord.Of(fact));
        }

        foreach (var fact in view.All<DecisionFact>())
        {
            yield return (fact.Id, ThinkingRecord.Of(fact));
        }
    }
}

/// <summary>One record of thinking: an interpretation, the reading of a setback, or a decision.</summary>
/// <param name="Kind">Such as <c>dialogue</c>, <c>setback</c>, <c>decision</c>.</param>
/// <param name="Supports">Whether it supports acting on the aim; null when that was not said, and for a decision.</param>
internal sealed record ThinkingRecord(
    Guid Id, string Kind, string Text, DateTimeOffset At, bool? Supports, IReadOnlyList<Guid> BeliefIds, Guid? AimId, IReadOnlyList<Guid> Events)
{
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    public static ThinkingRecord Of(InterpretationFact fact) =>
        new(fact.Id, Reports.Text.Word(fact.Reading), fact.Text, fact.OccurredAt, fact.Supports, fact.BeliefIds, fact.AimId, fact.Events);

    public static ThinkingRecord Of(SetbackFact fact) => new(fact.Id, "setback", fact.Text, fact.OccurredAt, fact.Supports, fact.BeliefIds, fact.AimId, fact.Events);

    public static ThinkingRecord Of(DecisionFact fact) => new(fact.Id, "decision", fact.Question, fact.OccurredAt, null, fact.BeliefIds, fact.AimId, fact.Events);

    /// <summary>What somebody commits to says what they think should be done.</summary>
    public static ThinkingRecord Of(CommitmentFact fact) => new(fact.Id, "commitment", fact.Title, fact.OccurredAt, null, fact.BeliefIds, fact.AimId, fact.Events);
}
