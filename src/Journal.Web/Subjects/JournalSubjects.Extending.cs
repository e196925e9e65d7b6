using Journal.Beliefs;
using Journal.Practices;
using Journal.Recording;
using Journal.States;

namespace Journal.Web.Subjects;

public static partial class JournalSubjects
{
    private static IEnumerable<SubjectKind> Extending =>
    [
        new SubjectKind<Belief, BeliefFact>("belief", "beliefs", "What is held to be true.", typeof(BeliefStated)) { Extends = true }
            .Then<ConfirmBelief>("confirm", "Makes a candidate the person's own; only then it counts.", BeliefDecider.Decide)
            .Then<NominateConstraint>("constrain", "Names it as what limits: if this, then that much and no more.", BeliefDecider.Decide)
            .Then<TestConstraint>("test", "Records a test of the constraint.", BeliefDecider.Decide)
            .Then<PredictFromBelief>("predict", "Says beforehand what follows if it is right.", BeliefDecider.Decide)
            .Then<ScorePrediction>("score", "Says whether a prediction came true.", BeliefDecider.Decide, part: "predictionId"),
        new SubjectKind<Practice, PracticeFact>("practice", "practices", "A recurring action.", typeof(PracticeAdopted)) { Extends = true }
            .Then<SetPracticeFloor>("floor", "Sets the least of it that is to be kept, whatever happens.", PracticeDecider.Decide)
            .Then<CodeOutcome>("code", "Says what an outcome came from.", OutcomeDecider.Decide, part: "outcomeId"),
        new SubjectKind<Observation<StateSampled>, StateFact>("state", "states", "How the person is, at one moment.", typeof(StateSampled)) { Extends = true }
            .Then<RetractSubject>("retract", Retracts, Retraction.Decide),
    ];
}
