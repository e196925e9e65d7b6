using Journal.Commitments;
using Journal.Growth;
using Journal.Moments;
using Journal.Processes;
using Journal.Recording;
using Journal.Work;

namespace Journal.Web.Interchange.JournalFiles;

public sealed partial class Admission
{
    private Refusal? AdmitCommitment(IJournalEvent e) => e switch
    {
        CommitmentMade made => Take<Commitment, MakeCommitment>(
            e, new(made.Title, made.PlannedAt, made.DueAt, made.PlannedMinutes, made.Clarity, BeliefIds: made.BeliefIds), CommitmentDecider.Decide),
        CommitmentReframed reframed => Take<Commitment, ReframeCommitment>(
            e, new(reframed.Reframing, reframed.PlannedAt, reframed.Reason, reframed.Cause, reframed.NewFactNeeded), CommitmentDecider.Decide),
        CommitmentStarted => Take<Commitment, StartCommitment>(e, new(), CommitmentDecider.Decide),
        CommitmentPaused paused => Take<Commitment, PauseCommitment>(e, new(paused.Reason), CommitmentDecider.Decide),
        CommitmentFinished done => Take<Commitment, FinishCommitment>(e, new(done.Effort, done.Minutes, done.NeededOperator, done.Note), CommitmentDecider.Decide),
        CommitmentMissed missed => Take<Commitment, MissCommitment>(e, new(missed.Reason, missed.Cause, missed.NewFactNeeded), CommitmentDecider.Decide),
        CommitmentSkipped skipped => Take<Commitment, SkipCommitment>(e, new(skipped.Reason, skipped.Cause), CommitmentDecider.Decide),
        CommitmentCoded coded => Take<Commitment, CodeCommitment>(e, new(coded.Cause, coded.NewFactNeeded), CommitmentDecider.Decide),
        DeliberationNoted note => Take<Commitment, NoteDeliberation>(e, new(note.NoteId, note.Text), CommitmentDecider.Decide),
        _ => AdmitWork(e),
    };

    private Refusal? AdmitWork(IJournalEvent e) => e switch
    {
        CorrectionMade correction => Observe(correction, new MakeCorrection(correction.Minutes, Note: correction.Note), WorkDecider.Decide),
        OperatorIntervened occasion => Observe(occasion, new RecordOperatorIntervention(occasion.Minutes, Note: occasion.Note), WorkDecider.Decide),
        OutputRecorded output => Observe(
            output, new RecordOutput(output.Amount, output.Unit, output.Minutes, Topic: output.Topic, Note: output.Note), WorkDecider.Decide),
        TimeSpent time => Observe(time, new SpendTime(time.Minutes, time.Mode, time.Topic, Note: time.Note), WorkDecider.Decide),
        FocusSet focus => Observe(focus, new SetFocus(focus.Topic, focus.Share), WorkDecider.Decide),
        ProcessDefined process => Take<Process, DefineProcess>(
            e, new(process.Title, process.Steps, process.Documented, process.Metric, process.PlannedMinutes), ProcessDecider.Decide),
        ProcessRevised revised => Take<Process, ReviseProcess>(
            e, new(revised.Title, revised.Steps, revised.Documented, revised.Metric, revised.PlannedMinutes), ProcessDecider.Decide),
        ProcessRun run => Take<Process, RunProcess>(
            e,
            new(run.RunId, run.By, run.Supervised, run.Consistent, run.Minutes, run.Steps, run.Effort, run.OperatorPresent, run.Note),
            ProcessDecider.Decide),
        AmplifierApplied amplifier => Observe(amplifier, new ApplyAmplifier(amplifier.Kind, amplifier.Title), GrowthDecider.Decide),
        LoadObserved load => Observe(
            load,
            new ObserveLoad(load.TeamSize, load.Messages, load.Opportunities, load.Visibility, load.Pressure, load.Expectation),
            GrowthDecider.Decide),
        MomentLabelled moment => Observe(moment, new LabelMoment(moment.Title), MomentDecider.Decide),
        _ => throw new ArgumentException($"{e.GetType().Name} has no decider.", nameof(e)),
    };
}
