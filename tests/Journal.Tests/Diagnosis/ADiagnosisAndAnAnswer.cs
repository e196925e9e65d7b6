using Journal.Diagnosis;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Diagnosis;

public sealed class ADiagnosisAndAnAnswer
{
    [Fact]
    public void A_diagnosis_names_a_constraint() =>
        Given<Observation<DiagnosisStated>>()
            .When(DiagnosisDecider.Decide, new StateDiagnosis(DiagnosisKind.Surface, ConstraintKind.Time, "Too little of it", Third))
            .Then(new DiagnosisStated(Id, DiagnosisKind.Surface, ConstraintKind.Time, "Too little of it", Third, Now));

    [Fact]
    public void A_kind_or_constraint_that_is_none_is_refused()
    {
        Given<Observation<DiagnosisStated>>().When(DiagnosisDecider.Decide, new StateDiagnosis((DiagnosisKind)9, ConstraintKind.Time, "Text")).ThenRefused("kind.unknown");
        Given<Observation<DiagnosisStated>>().When(DiagnosisDecider.Decide, new StateDiagnosis(DiagnosisKind.Surface, (ConstraintKind)99, "Text")).ThenRefused("constraint.unknown");
        Given<Observation<DiagnosisStated>>().When(DiagnosisDecider.Decide, new StateDiagnosis(DiagnosisKind.Surface, ConstraintKind.Time, "")).ThenRefused("text.missing");
    }

    [Fact]
    public void An_answer_may_come_to_nothing() =>
        Given<Observation<DiagnosticAnswered>>()
            .When(DiagnosisDecider.Decide, new AnswerDiagnostic(DiagnosticQuestion.WhatRepeats))
            .Then(new DiagnosticAnswered(Id, DiagnosticQuestion.WhatRepeats, 1, AnswerResult.None, null, null, [], null, Now));

    [Fact]
    public void An_answer_keeps_the_wording_and_the_evidence_it_was_given_to()
    {
        Guid[] evidence = [Other, Third];
        Given<Observation<DiagnosticAnswered>>()
            .When(DiagnosisDecider.Decide, new AnswerDiagnostic(DiagnosticQuestion.WhatIsAvoided, AnswerResult.Link, Other, "Sending", 2, evidence, Third))
            .Then(new DiagnosticAnswered(Id, DiagnosticQuestion.WhatIsAvoided, 2, AnswerResult.Link, Other, "Sending", evidence, Third, Now));
    }

    [Fact]
    public void An_answer_to_nothing_is_refused()
    {
        Given<Observation<DiagnosticAnswered>>().When(DiagnosisDecider.Decide, new AnswerDiagnostic((DiagnosticQuestion)99)).ThenRefused("question.unknown");
        Given<Observation<DiagnosticAnswered>>().When(DiagnosisDecider.Decide, new AnswerDiagnostic(default, (AnswerResult)99)).ThenRefused("result.unknown");
        Given<Observation<DiagnosticAnswered>>().When(DiagnosisDecider.Decide, new AnswerDiagnostic(default, Version: 0)).ThenRefused("version.range");
        Given<Observation<DiagnosticAnswered>>().When(DiagnosisDecider.Decide, new AnswerDiagnostic(default, Evidence: [Guid.Empty])).ThenRefused("evidence.missing");
    }

    [Fact]
    public void Each_is_recorded_once()
    {
        Given<Observation<DiagnosisStated>>(new DiagnosisStated(Id, DiagnosisKind.Surface, ConstraintKind.Time, "Text", null, Monday))
            .When(DiagnosisDecider.Decide, new StateDiagnosis(DiagnosisKind.Structural, ConstraintKind.Belief, "Text")).ThenRefused("diagnosis.exists", RefusalKind.Conflict);
        Given<Observation<DiagnosticAnswered>>(new DiagnosticAnswered(Id, default, 1, AnswerResult.None, null, null, [], null, Monday))
            .When(DiagnosisDecider.Decide, new AnswerDiagnostic(default)).ThenRefused("answer.exists", RefusalKind.Conflict);
    }
}
