using Journal.Beliefs;
using Journal.Diagnosis;
using Journal.Facts;
using Journal.Practices;
using Journal.Processes;
using Journal.Recording;
using Journal.Signals;
using static Journal.Tests.Facts.Folding;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Facts;

public sealed class TheFactsOfTheRest
{
    private static readonly BeliefStated Stated =
        new(Id, "Visibility is scrutiny", BeliefScope.Safe, 0.9, BeliefStance.Limits, BeliefOrigin.Inferred, null, null, Monday);

    [Fact]
    public void A_candidate_belief_counts_from_when_it_was_confirmed()
    {
        var facts = Fold(Stated, new BeliefConfirmed(Id, Tuesday));
        Assert.False(facts.The<BeliefFact>(Monday).Counts);
        Assert.True(facts.The<BeliefFact>(Tuesday).Counts);
    }

    [Fact]
    public void A_constraint_its_tests_and_a_prediction_stand_with_the_belief_from_when_they_were_said()
    {
        var facts = Fold(
            Stated,
            new ConstraintNominated(Id, "people see it", "how often", ConstraintTemplate.VisibilityIsRisk, 2, [Other], Monday.AddHours(1)),
            new ConstraintTested(Id, Other, "Publish", ConstraintFinding.Refuted, Tuesday),
            new BeliefPredicted(Id, Third, "Nobody will answer", 0.8, Now, Tuesday),
            new PredictionScored(Id, Third, false, Now));
        var belief = facts.The<BeliefFact>();
        Assert.Equal((ConstraintTemplate.VisibilityIsRisk, 2), (belief.Constraints.Single().Template, belief.Constraints.Single().Ceiling));
        Assert.Equal([new ConstraintTest(Other, Tuesday, ConstraintFinding.Refuted)], belief.Tests);
        Assert.Equal([new Prediction(Third, Tuesday, 0.8, Now, false, Now)], belief.Predictions);
        Assert.Equal([new Prediction(Third, Tuesday, 0.8, Now, null, null)], facts.The<BeliefFact>(Tuesday).Predictions);
        var before = facts.The<BeliefFact>(Monday);
        Assert.Empty(before.Constraints);
        Assert.Empty(before.Tests);
        Assert.Empty(before.Predictions);
    }

    [Fact]
    public void A_floor_holds_from_when_it_was_set()
    {
        var facts = Fold(new PracticeAdopted(Id, "Run", 3, 7, null, null, TargetBound.AtLeast, Silence.Unknown, null, Monday), new PracticeFloorSet(Id, 0.6, true, Tuesday));
        Assert.Empty(facts.The<PracticeFact>(Monday).Floors);
        Assert.Equal([new PracticeFloor(Tuesday, 0.6, true)], facts.The<PracticeFact>().Floors);
    }

    [Fact]
    public void An_outcome_keeps_what_it_was_put_down_to()
    {
        var outcome = Fold(new ExecutionMissed(Id, Other, null, null, null, Monday), new OutcomeCoded(Id, Other, Cause.Capacity, false, Tuesday)).The<OutcomeFact>();
        Assert.Equal((Cause.Capacity, false), (outcome.Cause, outcome.NewFactNeeded));
    }

    [Fact]
    public void A_process_has_the_version_of_the_moment_and_a_run_stands_by_itself()
    {
        var facts = Fold(
            new ProcessDefined(Id, "Publishing", 7, false, null, 90, Third, Monday),
            new ProcessRevised(Id, null, 3, true, "days", null, Tuesday),
            new ProcessRun(Id, Other, Runner.Other, true, false, 40, 3, 2, false, null, Now));
        var process = facts.The<ProcessFact>();
        Assert.Equal(new ProcessVersion(Monday, "Publishing", 7, false, false, 90), process.At(Monday));
        Assert.Equal(new ProcessVersion(Tuesday, "Publishing", 3, true, true, 90), process.At(Now));
        Assert.Single(facts.The<ProcessFact>(Monday).Versions);
        var run = facts.The<RunFact>();
        Assert.Equal((Other, Id, Runner.Other, true, false, 40), (run.Id, run.ProcessId, run.By, run.Supervised, run.Consistent, run.Minutes));
        Assert.Equal((3, 2, false), (run.Steps, run.Effort, run.OperatorPresent));
        Assert.Empty(facts.AsOf(ValidTime.At(Tuesday)).Of<RunFact>());
    }

    [Fact]
    public void A_signal_waits_until_it_was_acted_on_or_set_aside()
    {
        var facts = Fold(new SignalNoticed(Id, "Two clients asked", Third, Monday), new SignalDismissed(Id, Other, null, Tuesday), new SignalActedOn(Id, null, Now));
        var signal = facts.The<SignalFact>();
        Assert.Equal((Tuesday, Other, Now), (signal.DismissedAt, signal.DismissedBy, signal.ActedAt));
        Assert.Null(facts.The<SignalFact>(Tuesday).ActedAt);
        Assert.Equal((null, null), (facts.The<SignalFact>(Monday).DismissedAt, facts.The<SignalFact>(Monday).DismissedBy));
    }

    [Fact]
    public void A_defect_is_what_was_last_said_of_it()
    {
        var raised = new DefectRaised(Id, "Drafts wait", Layer.Belief, Other, [Other], [Third], 0.8, null, Monday);
        var facts = Fold(raised, new DefectConfirmed(Id, Tuesday), new DefectResolved(Id, null, Now));
        Assert.Equal([DefectStatus.Confirmed, DefectStatus.Resolved], facts.The<DefectFact>().Turns.Select(turn => turn.Status));
        Assert.Equal([DefectStatus.Confirmed], facts.The<DefectFact>(Tuesday).Turns.Select(turn => turn.Status));
        Assert.Empty(facts.The<DefectFact>(Monday).Turns);
        Assert.Equal(DefectStatus.Dismissed, Fold(raised, new DefectDismissed(Id, null, Now)).The<DefectFact>().Turns[0].Status);
    }
}
