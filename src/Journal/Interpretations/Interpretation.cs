using Journal.Recording;

namespace Journal.Interpretations;

/// <summary>How a person reads something: the step between what they believe and what they do.</summary>
/// <param name="Supports">Whether it supports acting on the aim; null when the person did not say.</param>
/// <param name="BeliefIds">The beliefs it cites.</param>
/// <param name="CommitmentId">The commitment it is about.</param>
/// <param name="DecisionId">The decision it is about.</param>
public sealed record InterpretationLogged(
    Guid InterpretationId,
    InterpretationKind Kind,
    [property: Personal] string Text,
    bool? Supports,
    IReadOnlyList<Guid> BeliefIds,
    Guid? CommitmentId,
    Guid? DecisionId,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => InterpretationId;
}

/// <summary>What a person makes of something that did not work out.</summary>
/// <param name="SourceId">The commitment, outcome or decision it is about.</param>
public sealed record SetbackInterpreted(
    Guid SetbackId,
    SetbackReading Reading,
    [property: Personal] string Text,
    bool? Supports,
    IReadOnlyList<Guid> BeliefIds,
    Guid? SourceId,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => SetbackId;
}

public enum InterpretationKind
{
    Opportunity,
    Risk,
    Dialogue,
    Framing,
}

/// <summary>What a setback is put down to.</summary>
public enum SetbackReading
{
    Self,
    Method,
    Situation,
    Chance,
}
