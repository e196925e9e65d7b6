using Journal.Recording;

namespace Journal.Diagnosis;

[Route("diagnoses", "States a diagnosis.", Verb = "state")]
public sealed record StateDiagnosis(DiagnosisKind Kind, ConstraintKind Constraint, string Text, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

[Route("answers", "Answers a question.", Verb = "give")]
public sealed record AnswerDiagnostic(
    DiagnosticQuestion Question,
    AnswerResult Result = AnswerResult.None,
    Guid? ResultId = null,
    string? Text = null,
    int Version = 1,
    IReadOnlyList<Guid>? Evidence = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => Reference.To("aim", AimId);
}

public static class DiagnosisDecider
{
    public static Verdict Decide(StateDiagnosis command, Observation<DiagnosisStated>? diagnosis, DateTimeOffset now) => Observing.Once(
        "diagnosis",
        diagnosis,
        Check.Known<DiagnosisKind>(command.Kind, "kind") ?? Check.Known<ConstraintKind>(command.Constraint, "constraint") ?? Check.Text(command.Text),
        new DiagnosisStated(command.Id, command.Kind, command.Constraint, command.Text, command.AimId, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(AnswerDiagnostic command, Observation<DiagnosticAnswered>? answer, DateTimeOffset now) => Observing.Once(
        "answer",
        answer,
        Check.Known<DiagnosticQuestion>(command.Question, "question")
            ?? Check.Rating(command.Version, "version", 1, 1000)
            ?? Check.Known<AnswerResult>(command.Result, "result")
            ?? Check.OptionalText(command.Text, "text")
            ?? Check.Ids(command.Evidence, "evidence"),
        new DiagnosticAnswered(
            command.Id,
            command.Question,
            command.Version,
            command.Result,
            command.ResultId,
            command.Text,
            command.Evidence ?? [],
            command.AimId,
            command.OccurredAt ?? now),
        now);
}
