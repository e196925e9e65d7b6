using Journal.Commitments;
using Journal.Decisions;
using Journal.Diagnosis;
using Journal.Processes;
using Journal.Recording;
using Journal.Signals;
using Journal.States;
using Journal.Work;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Recording;

public sealed class ARetractedSubject
{
    private static readonly SubjectRetracted Retracted = new(Id, "Logged twice", Tuesday);
    private static readonly CommitmentMade Commitment = new(Id, "Send the draft", null, null, null, null, null, null, [], null, Monday);
    private static readonly DecisionOpened Decision = new(Id, "Publish?", null, [], null, [], null, Monday);
    private static readonly ProcessDefined Process = new(Id, "Publishing", null, false, null, null, null, Monday);
    private static readonly SignalNoticed Signal = new(Id, "Two clients asked", null, Monday);
    private static readonly DefectRaised Defect = new(Id, "Drafts wait", null, null, [], [], null, null, Monday);
    private static readonly TimeSpent Time = new(Id, 30, null, null, null, null, null, Monday);
    private static readonly StateSampled Sample = new(Id, 4, null, null, null, null, null, Monday);

    [Fact]
    public void Is_retracted_with_a_reason()
    {
        var retract = new RetractSubject("Logged twice") { OccurredAt = Tuesday };
        Given<Commitment>(Commitment).When(Retraction.Decide, retract).Then(Retracted);
        Given<DecisionCase>(Decision).When(Retraction.Decide, retract).Then(Retracted);
        Given<Process>(Process).When(Retraction.Decide, retract).Then(Retracted);
        Given<Signal>(Signal).When(Retraction.Decide, retract).Then(Retracted);
        Given<Defect>(Defect).When(Retraction.Decide, retract).Then(Retracted);
        Given<Observation<TimeSpent>>(Time).When(Retraction.Decide, retract).Then(Retracted);
    }

    [Fact]
    public void Is_retracted_once()
    {
        Given<Commitment>(Commitment, Retracted).When(Retraction.Decide, new RetractSubject()).ThenNothing();
        Given<DecisionCase>(Decision, Retracted).When(Retraction.Decide, new RetractSubject()).ThenNothing();
        Given<Process>(Process, Retracted).When(Retraction.Decide, new RetractSubject()).ThenNothing();
        Given<Signal>(Signal, Retracted).When(Retraction.Decide, new RetractSubject()).ThenNothing();
        Given<Defect>(Defect, Retracted).When(Retraction.Decide, new RetractSubject()).ThenNothing();
        Given<Observation<TimeSpent>>(Time, Retracted).When(Retraction.Decide, new RetractSubject()).ThenNothing();
    }

    [Fact]
    public void Takes_nothing_more()
    {
        Given<Commitment>(Commitment, Retracted).When(CommitmentDecider.Decide, new StartCommitment()).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<Commitment>(Commitment, Retracted).When(CommitmentDecider.Decide, new CodeCommitment(Cause.Other)).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<Commitment>(Commitment, new CommitmentStarted(Id, Monday), Retracted)
            .When(CommitmentDecider.Decide, new StartCommitment()).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<DecisionCase>(Decision, Retracted).When(DecisionDecider.Decide, new MakeDecision("yes")).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<DecisionCase>(Decision, Retracted).When(DecisionDecider.Decide, new ReopenDecision()).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<Process>(Process, Retracted).When(ProcessDecider.Decide, new RunProcess(Other)).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<Signal>(Signal, Retracted).When(SignalDecider.Decide, new ActOnSignal()).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<Defect>(Defect, Retracted).When(DefectDecider.Decide, new ConfirmDefect()).ThenRefused("subject.retracted", RefusalKind.Conflict);
    }

    [Fact]
    public void Is_not_begun_anew()
    {
        Given<Commitment>(Commitment, Retracted).When(CommitmentDecider.Decide, new MakeCommitment("Again")).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<Observation<TimeSpent>>(Time, Retracted).When(WorkDecider.Decide, new SpendTime(1)).ThenRefused("subject.retracted", RefusalKind.Conflict);
        Given<Observation<StateSampled>>(Sample, Retracted).When(SampleDecider.Decide, new SampleState(Energy: 5)).ThenRefused("subject.retracted", RefusalKind.Conflict);
    }

    [Fact]
    public void Was_there_before()
    {
        Given<Commitment>().When(Retraction.Decide, new RetractSubject()).ThenRefused("subject.unknown", RefusalKind.Unknown);
        Given<Observation<TimeSpent>>().When(Retraction.Decide, new RetractSubject()).ThenRefused("subject.unknown", RefusalKind.Unknown);
        Given<Observation<TimeSpent>>(Sample).When(Retraction.Decide, new RetractSubject()).ThenRefused("subject.unknown", RefusalKind.Unknown);
        Given<Commitment>(Commitment).When(Retraction.Decide, new RetractSubject("")).ThenRefused("reason.missing");
    }
}
