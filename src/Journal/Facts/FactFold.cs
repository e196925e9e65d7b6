using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Entries;
using Journal.Growth;
using Journal.Interpretations;
using Journal.Interventions;
using Journal.Moments;
using Journal.Practices;
using Journal.Processes;
using Journal.Recording;
using Journal.Signals;
using Journal.States;
using Journal.Work;

namespace Journal.Facts;

/// <summary>The one fold behind every figure: which fact an event touches, and what it is after it.</summary>
internal static class FactFold
{
    /// <summary>The key of the fact an event speaks of; null for what is no event of the journal.</summary>
    public static Guid? Key(object e) => Place(e)?.Key();

    /// <summary>Which fact an event speaks of; null for what is no event of the journal.</summary>
    public static FactPlace? Place(object e) => e switch
    {
        ExecutionFinished outcome => new(outcome.PracticeId, outcome.OutcomeId),
        ExecutionMissed outcome => new(outcome.PracticeId, outcome.OutcomeId),
        ExecutionSkipped outcome => new(outcome.PracticeId, outcome.OutcomeId),
        OutcomeCoded outcome => new(outcome.PracticeId, outcome.OutcomeId),
        OutcomeRetracted outcome => new(outcome.PracticeId, outcome.OutcomeId),
        EvidenceLinked evidence => new(evidence.BeliefId, evidence.EvidenceId),
        ProcessRun run => new(run.ProcessId, run.RunId),
        IJournalEvent other => new(other.SubjectId, null),
        _ => null,
    };

    /// <summary>The fact after an event; null when there is none (any more).</summary>
    /// <param name="fact">The fact before it.</param>
    /// <param name="e">The event's body.</param>
    /// <param name="id">The event's id.</param>
    /// <param name="source">Reads where the event was imported from; asked only when the fact keeps it.</param>
    public static Fact? Apply(Fact? fact, object e, Guid id, Func<string?> source) => e switch
    {
        SubjectRetracted => null,
        AimSet or AimRevised or AimClosed => AimFact.Fold(fact as AimFact, e, id),
        PracticeAdopted or PracticeRevised or PracticeFloorSet or PracticeDropped => PracticeFact.Fold(fact as PracticeFact, e, id, source),
        ExecutionFinished or ExecutionMissed or ExecutionSkipped or OutcomeCoded or OutcomeRetracted => OutcomeFact.Fold(fact as OutcomeFact, e, id),
        EvidenceLinked => EvidenceFact.Fold(fact as EvidenceFact, e, id),
        JournalEntryWritten or EntryAmended or EntryRetracted => EntryFact.Fold(fact as EntryFact, e, id),
        StateSampled => StateFact.Fold(fact as StateFact, e, id),
        InterventionStarted or InterventionEnded => InterventionFact.Fold(fact as InterventionFact, e, id),
        _ => Upstream(fact, e, id) ?? Downstream(fact, e, id),
    };

    // Belief and thinking.
    private static Fact? Upstream(Fact? fact, object e, Guid id) => e switch
    {
        BeliefStated or BeliefRated or BeliefChallenged or BeliefReplaced or BeliefRetired or BeliefConfirmed or ConstraintNominated or ConstraintTested
            or BeliefPredicted or PredictionScored => BeliefFact.Fold(fact as BeliefFact, e, id),
        DecisionOpened or DecisionReviewed or DecisionMade or DecisionReopened or DecisionDropped or DecisionOutcomeReviewed =>
            DecisionFact.Fold(fact as DecisionFact, e, id),
        DecisionStandardSet => StandardFact.Fold(fact as StandardFact, e, id),
        PrioritiesRanked => RankingFact.Fold(fact as RankingFact, e, id),
        InterpretationLogged => InterpretationFact.Fold(fact as InterpretationFact, e, id),
        SetbackInterpreted => SetbackFact.Fold(fact as SetbackFact, e, id),
        SignalNoticed or SignalActedOn or SignalDismissed => SignalFact.Fold(fact as SignalFact, e, id),
        DiagnosisStated => DiagnosisFact.Fold(fact as DiagnosisFact, e, id),
        DiagnosticAnswered => AnswerFact.Fold(fact as AnswerFact, e, id),
        DefectRaised or DefectConfirmed or DefectDismissed or DefectResolved => DefectFact.Fold(fact as DefectFact, e, id),
        _ => null,
    };

    // What is done, and what comes of it.
    private static Fact? Downstream(Fact? fact, object e, Guid id) => e switch
    {
        CommitmentMade or CommitmentReframed or CommitmentStarted or CommitmentPaused or CommitmentFinished or CommitmentMissed or CommitmentSkipped
            or CommitmentCoded or DeliberationNoted => CommitmentFact.Fold(fact as CommitmentFact, e, id),
        CorrectionMade => CorrectionFact.Fold(fact as CorrectionFact, e, id),
        OperatorIntervened => OccasionFact.Fold(fact as OccasionFact, e, id),
        OutputRecorded => OutputFact.Fold(fact as OutputFact, e, id),
        TimeSpent => TimeFact.Fold(fact as TimeFact, e, id),
        FocusSet => FocusFact.Fold(fact as FocusFact, e, id),
        ProcessDefined or ProcessRevised => ProcessFact.Fold(fact as ProcessFact, e, id),
        ProcessRun => RunFact.Fold(fact as RunFact, e, id),
        AmplifierApplied => AmplifierFact.Fold(fact as AmplifierFact, e, id),
        LoadObserved => LoadFact.Fold(fact as LoadFact, e, id),
        MomentLabelled => MomentFact.Fold(fact as MomentFact, e, id),
        _ => fact,
    };
}
