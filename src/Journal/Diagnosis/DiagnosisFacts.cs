using Journal.Facts;

namespace Journal.Diagnosis;

[Subject("diagnosis", "diagnoses", "What is taken to be in the way, on the surface or in the structure.", typeof(DiagnosisStated), Family = "diagnoses")]
public sealed record DiagnosisFact : Fact, IFact<DiagnosisFact>
{
    public required DiagnosisKind Depth { get; init; }

    public required ConstraintKind Constraint { get; init; }

    [Personal]
    public required string Text { get; init; }

    public Guid? AimId { get; init; }

    public override string? Heading => Text;

    public static DiagnosisFact? Fold(DiagnosisFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, DiagnosisStated stated) => new()
        {
            Id = stated.DiagnosisId,
            OccurredAt = stated.OccurredAt,
            Events = [id],
            Depth = stated.Kind,
            Constraint = stated.Constraint,
            Text = stated.Text,
            AimId = stated.AimId,
        },
        _ => fact,
    };
}

/// <summary>An answer to one of the journal's questions.</summary>
[Subject("answer", "answers", "An answer to one of the journal's questions.", typeof(DiagnosticAnswered), Family = "diagnoses")]
public sealed record AnswerFact : Fact, IFact<AnswerFact>
{
    public required DiagnosticQuestion Question { get; init; }

    /// <summary>The version of the wording that was shown.</summary>
    public required int Version { get; init; }

    public required AnswerResult Result { get; init; }

    public Guid? ResultId { get; init; }

    [Personal]
    public string? Text { get; init; }

    /// <summary>The events that were shown with the question.</summary>
    public IReadOnlyList<Guid> Evidence { get; init; } = [];

    public Guid? AimId { get; init; }

    public static AnswerFact? Fold(AnswerFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, DiagnosticAnswered answered) => new()
        {
            Id = answered.AnswerId,
            OccurredAt = answered.OccurredAt,
            Events = [id],
            Question = answered.Question,
            Version = answered.Version,
            Result = answered.Result,
            ResultId = answered.ResultId,
            Text = answered.Text,
            Evidence = answered.Evidence,
            AimId = answered.AimId,
        },
        _ => fact,
    };
}
