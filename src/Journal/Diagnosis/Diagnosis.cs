using Journal.Recording;

namespace Journal.Diagnosis;

/// <summary>What a person takes to be in the way. A structural diagnosis stands beside the surface one and does not overwrite it.</summary>
public sealed record DiagnosisStated(
    Guid DiagnosisId, DiagnosisKind Kind, ConstraintKind Constraint, [property: Personal] string Text, Guid? AimId, DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => DiagnosisId;
}

/// <summary>A question of the journal's was answered; what came of it is said by <paramref name="Result"/>.</summary>
/// <param name="Version">The version of the question's wording that was shown.</param>
/// <param name="ResultId">What the answer linked, tested or stated, where that is a subject of its own.</param>
/// <param name="Evidence">The events that were shown with the question.</param>
public sealed record DiagnosticAnswered(
    Guid AnswerId,
    DiagnosticQuestion Question,
    int Version,
    AnswerResult Result,
    Guid? ResultId,
    [property: Personal] string? Text,
    IReadOnlyList<Guid> Evidence,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IServesAim
{
    Guid IJournalEvent.SubjectId => AnswerId;
}

public enum DiagnosisKind
{
    Surface,
    Structural,
}

public enum ConstraintKind
{
    Time,
    Resources,
    Team,
    Market,
    Knowledge,
    Belief,
    Thinking,
    Execution,
    Unattributed,
}

/// <summary>The questions of C50 to C58 and C157 to C159, in that order.</summary>
public enum DiagnosticQuestion
{
    WhatMustBeTrue,
    WhichIdentity,
    WhatResists,
    HowSetbacksAreRead,
    DialogueBeforeDelay,
    WhereReframed,
    WhereConsistencyBreaks,
    WhatRepeats,
    WhatIsAvoided,
    WhereInconsistent,
    WhereDecisionsAreSlow,
    WhereStillRequired,
}

public enum AnswerResult
{
    None,
    Link,
    Test,
    Belief,
    Condition,
    Identity,
    CompetingCommitment,
}
