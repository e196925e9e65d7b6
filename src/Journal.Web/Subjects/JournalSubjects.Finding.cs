using Journal.Diagnosis;
using Journal.Recording;

namespace Journal.Web.Subjects;

public static partial class JournalSubjects
{
    private static IEnumerable<SubjectKind> Finding =>
    [
        Once<DiagnosisStated, DiagnosisFact, StateDiagnosis>("diagnosis", "diagnoses", "What is taken to be in the way, on the surface or in the structure.", "state", "States a diagnosis.", DiagnosisDecider.Decide),
        Once<DiagnosticAnswered, AnswerFact, AnswerDiagnostic>("answer", "answers", "An answer to one of the journal's questions.", "give", "Answers a question.", DiagnosisDecider.Decide),
        new SubjectKind<Defect, DefectFact>("defect", "defects", "A suspected misalignment; it counts once it is confirmed.", typeof(DefectRaised))
            .Begin<RaiseDefect>("raise", "Raises a suspicion.", DefectDecider.Decide)
            .Then<ConfirmDefect>("confirm", "Confirms it.", DefectDecider.Decide)
            .Then<DismissDefect>("dismiss", "It turned out to be none.", DefectDecider.Decide)
            .Then<ResolveDefect>("resolve", "It is gone.", DefectDecider.Decide)
            .Then<RetractSubject>("retract", Retracts, Retraction.Decide),
    ];
}
