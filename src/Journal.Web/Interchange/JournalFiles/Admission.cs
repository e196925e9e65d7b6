using Journal.Aims;
using Journal.Beliefs;
using Journal.Entries;
using Journal.Interventions;
using Journal.Practices;
using Journal.Recording;
using Journal.States;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>
/// Whether the events of a journal file could have been recorded, each after those before it: asked of the deciders that accept commands. A value out of
/// range or a subject that was never begun is refused. What only a subject's history speaks against is let through: it was accepted once, and every fold
/// knows to pass over it. docs/decisions/0070 gives the reasons.
/// </summary>
/// <param name="now">What lies in the future lies after this.</param>
public sealed partial class Admission(DateTimeOffset now)
{
    // The new belief comes with a line of its own.
    private const string SaidElsewhere = "-";
    private readonly Dictionary<Guid, object> states = [];

    /// <summary>Null when the event may stand; it then counts for those that follow.</summary>
    public Refusal? Admit(IJournalEvent e) => e switch
    {
        AimSet aim => Take<Aim, SetAim>(e, new(aim.Title, aim.Why), AimDecider.Decide),
        AimRevised aim => Take<Aim, ReviseAim>(e, new(aim.Title, aim.Why), AimDecider.Decide),
        AimClosed aim => Take<Aim, CloseAim>(e, new(aim.Ending, aim.Reason), AimDecider.Decide),
        BeliefStated belief => Take<Belief, StateBelief>(e, new(belief.Text, belief.Scope, belief.Strength, belief.Stance, belief.Origin), BeliefDecider.Decide),
        BeliefRated belief => Take<Belief, RateBelief>(e, new(belief.Strength), BeliefDecider.Decide),
        BeliefChallenged belief => Take<Belief, ChallengeBelief>(e, new(belief.Challenge), BeliefDecider.Decide),
        BeliefReplaced belief => Take<Belief, ReplaceBelief>(e, new(belief.ReplacementId, SaidElsewhere, Reason: belief.Reason), BeliefDecider.Decide),
        BeliefRetired belief => Take<Belief, RetireBelief>(e, new(belief.Reason), BeliefDecider.Decide),
        EvidenceLinked evidence => Take<Belief, LinkEvidence>(e, new(evidence.EvidenceId, evidence.Direction, evidence.SourceId, evidence.Note), BeliefDecider.Decide),
        BeliefConfirmed => Take<Belief, ConfirmBelief>(e, new(), BeliefDecider.Decide),
        ConstraintNominated constraint => Take<Belief, NominateConstraint>(
            e, new(constraint.If, constraint.Limits, constraint.Template, constraint.Ceiling, constraint.Constrains), BeliefDecider.Decide),
        ConstraintTested test => Take<Belief, TestConstraint>(e, new(test.TestId, test.Test, test.Finding), BeliefDecider.Decide),
        BeliefPredicted prediction => Take<Belief, PredictFromBelief>(
            e, new(prediction.PredictionId, prediction.Text, prediction.Probability, prediction.DueAt), BeliefDecider.Decide),
        PredictionScored score => Take<Belief, ScorePrediction>(e, new(score.PredictionId, score.CameTrue), BeliefDecider.Decide),
        JournalEntryWritten entry => Take<Entry, WriteEntry>(e, new(entry.Text, entry.Layer), EntryDecider.Decide),
        EntryAmended entry => Take<Entry, AmendEntry>(e, new(entry.Text, entry.Reason), EntryDecider.Decide),
        EntryRetracted entry => Take<Entry, RetractEntry>(e, new(entry.Reason), EntryDecider.Decide),
        StateSampled state => Observe(
            state, new SampleState(state.Energy, state.Motivation, state.Confidence, state.Doubt, state.Frustration, state.Enforcement), SampleDecider.Decide),
        InterventionStarted intervention => Take<Intervention, StartIntervention>(e, new(intervention.Title, intervention.Layers), InterventionDecider.Decide),
        InterventionEnded intervention => Take<Intervention, EndIntervention>(e, new(intervention.Note), InterventionDecider.Decide),
        SubjectRetracted retracted => TakeBack(retracted),
        _ => AdmitPractice(e),
    };

    private Refusal? AdmitPractice(IJournalEvent e) => e switch
    {
        PracticeAdopted practice => Take<Practice, AdoptPractice>(
            e, new(practice.Title, practice.Times, practice.Days, practice.Target, practice.Unit, practice.Bound, practice.Silence), PracticeDecider.Decide),
        PracticeRevised practice => Take<Practice, RevisePractice>(
            e, new(practice.Title, practice.Times, practice.Days, practice.Target, practice.Unit, practice.AimId), PracticeDecider.Decide),
        PracticeDropped practice => Take<Practice, DropPractice>(e, new(practice.Reason), PracticeDecider.Decide),
        ExecutionFinished done => Take<Practice, FinishExecution>(
            e,
            new(done.OutcomeId, done.Score, done.Amount, done.PlannedAt, done.StartedAt, done.Effort, done.Minutes, done.NeededOperator, done.Note),
            OutcomeDecider.Decide),
        ExecutionMissed missed => Take<Practice, MissExecution>(e, new(missed.OutcomeId, missed.PlannedAt, missed.StartedAt, missed.Reason), OutcomeDecider.Decide),
        ExecutionSkipped skipped => Take<Practice, SkipExecution>(e, new(skipped.OutcomeId, skipped.Reason), OutcomeDecider.Decide),
        PracticeFloorSet floor => Take<Practice, SetPracticeFloor>(e, new(floor.Floor, floor.NonNegotiable), PracticeDecider.Decide),
        OutcomeCoded coded => Take<Practice, CodeOutcome>(e, new(coded.OutcomeId, coded.Cause, coded.NewFactNeeded), OutcomeDecider.Decide),
        OutcomeRetracted retracted => Take<Practice, RetractOutcome>(e, new(retracted.OutcomeId, retracted.Reason), OutcomeDecider.Decide),
        _ => AdmitThinking(e),
    };

    // What it takes back is not looked at: any subject that can be retracted is.
    private Refusal? TakeBack(SubjectRetracted e) =>
        Counting(Retraction.Decide(new RetractSubject(e.Reason) { OccurredAt = e.OccurredAt }, states.GetValueOrDefault(e.SubjectId) as IRetractable, now));

    private Refusal? Observe<TEvent, TCommand>(TEvent e, TCommand command, Func<TCommand, Observation<TEvent>?, DateTimeOffset, Verdict> decide)
        where TEvent : class, IJournalEvent
        where TCommand : Command => Take(e, command, decide);

    private Refusal? Take<TState, TCommand>(IJournalEvent e, TCommand command, Func<TCommand, TState?, DateTimeOffset, Verdict> decide)
        where TState : class, IState<TState>
        where TCommand : Command
    {
        var known = states.GetValueOrDefault(e.SubjectId);
        if (known is not (null or TState))
            return Refusal.Conflict("id.taken", "This id already stands for something else.");
        var placed = (TCommand)((Command)command with { Id = e.SubjectId, OccurredAt = e.OccurredAt });
        if (Counting(decide(placed, (TState?)known, now)) is { } refusal)
            return refusal;
        if (TState.Fold((TState?)known, e) is { } state)
            states[e.SubjectId] = state;
        return null;
    }

    private static Refusal? Counting(Verdict verdict) => verdict.Refusal is { Kind: not RefusalKind.Conflict } refusal ? refusal : null;
}
