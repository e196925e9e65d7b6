using Journal.Commitments;
using Journal.Decisions;
using Journal.Interpretations;

namespace Journal.Reports.Causes;

/// <summary>One record of thinking: an interpretation, the reading of a setback, or a decision.</summary>
/// <param name="Kind">Such as <c>dialogue</c>, <c>setback</c>, <c>decision</c>.</param>
/// <param name="Supports">Whether it supports acting on the aim; null when that was not said, and for a decision.</param>
internal sealed record Thought(
    Guid Id, string Kind, string Text, DateTimeOffset At, bool? Supports, IReadOnlyList<Guid> BeliefIds, Guid? AimId, IReadOnlyList<Guid> Events)
{
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    public static Thought Of(InterpretationFact fact) =>
        new(fact.Id, Reports.Text.Word(fact.Reading), fact.Text, fact.OccurredAt, fact.Supports, fact.BeliefIds, fact.AimId, fact.Events);

    public static Thought Of(SetbackFact fact) => new(fact.Id, "setback", fact.Text, fact.OccurredAt, fact.Supports, fact.BeliefIds, fact.AimId, fact.Events);

    public static Thought Of(DecisionFact fact) => new(fact.Id, "decision", fact.Question, fact.OccurredAt, null, fact.BeliefIds, fact.AimId, fact.Events);

    /// <summary>What somebody commits to says what they think should be done.</summary>
    public static Thought Of(CommitmentFact fact) => new(fact.Id, "commitment", fact.Title, fact.OccurredAt, null, fact.BeliefIds, fact.AimId, fact.Events);
}
