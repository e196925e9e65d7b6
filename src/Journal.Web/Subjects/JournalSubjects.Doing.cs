using Journal.Commitments;
using Journal.Processes;
using Journal.Recording;
using Journal.Work;

namespace Journal.Web.Subjects;

public static partial class JournalSubjects
{
    private static IEnumerable<SubjectKind> Doing =>
    [
        new SubjectKind<Commitment, CommitmentFact>("commitment", "commitments", "One planned action.", typeof(CommitmentMade))
            .Begin<MakeCommitment>("make", "Plans one action.", CommitmentDecider.Decide)
            .Then<ReframeCommitment>("reframe", "Postpones, shrinks, rescopes, relabels or abandons it.", CommitmentDecider.Decide)
            .Then<StartCommitment>("start", "Begins it, or takes it up again.", CommitmentDecider.Decide)
            .Then<PauseCommitment>("pause", "Interrupts it.", CommitmentDecider.Decide)
            .Then<FinishCommitment>("finish", "It was done.", CommitmentDecider.Decide)
            .Then<MissCommitment>("miss", "It was due and was not done.", CommitmentDecider.Decide)
            .Then<SkipCommitment>("skip", "It was excused: it counts neither for nor against.", CommitmentDecider.Decide)
            .Then<CodeCommitment>("code", "Says what a miss or a delay came from.", CommitmentDecider.Decide)
            .Then<NoteDeliberation>("deliberate", "It was weighed once more before it was done.", CommitmentDecider.Decide)
            .Then<RetractSubject>("retract", Retracts, Retraction.Decide),
        new SubjectKind<Process, ProcessFact>("process", "processes", "A repeatable way of doing something.", typeof(ProcessDefined))
            .Begin<DefineProcess>("define", "Defines a process.", ProcessDecider.Decide)
            .Then<ReviseProcess>("revise", "Makes a new version of it; what is left out stays.", ProcessDecider.Decide)
            .Then<RunProcess>("run", "It was carried out once.", ProcessDecider.Decide)
            .Then<RetractSubject>("retract", Retracts, Retraction.Decide),
        Once<OutputRecorded, OutputFact, RecordOutput>("output", "outputs", "What came out of the work.", "record", "Records an output.", WorkDecider.Decide),
        Once<TimeSpent, TimeFact, SpendTime>("time", "time", "What time went into.", "spend", "Records time spent.", WorkDecider.Decide),
        Once<FocusSet, FocusFact, SetFocus>("focus", "focuses", "What share of the time a topic is meant to have.", "set", "Sets the share a topic is meant to have.", WorkDecider.Decide),
        Once<CorrectionMade, CorrectionFact, MakeCorrection>("correction", "corrections", "Something that had to be done again or put right.", "make", "Records a correction.", WorkDecider.Decide),
        Once<OperatorIntervened, OccasionFact, RecordOperatorIntervention>(
            "occasion", "occasions", "A time when something that should run by itself took the person's own intervention.", "record", "Records such a time.", WorkDecider.Decide),
    ];
}
