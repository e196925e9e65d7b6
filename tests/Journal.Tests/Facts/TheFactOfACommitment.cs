using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using static Journal.Tests.Facts.Folding;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Facts;

public sealed class TheFactOfACommitment
{
    private static readonly IJournalEvent[] History =
    [
        new CommitmentMade(Id, "Send the draft", Monday.AddHours(2), Tuesday, 45, 6, Other, Third, [Other], Third, Monday),
        new DeliberationNoted(Id, Other, "Longer?", Monday.AddHours(1)),
        new CommitmentReframed(Id, Reframing.Postpone, Tuesday, "Needs a figure", Cause.Knowledge, true, Monday.AddHours(1)),
        new CommitmentPaused(Id, "Doubt", Monday.AddHours(15)),
        new CommitmentStarted(Id, Monday.AddHours(14)),
        new CommitmentMissed(Id, "Meetings", null, null, Tuesday),
        new CommitmentCoded(Id, Cause.Priority, false, Tuesday.AddHours(1)),
        new CommitmentFinished(Id, 5, 60, true, null, Now),
    ];

    [Fact]
    public void Tells_all_that_is_known_of_it()
    {
        var commitment = Fold(History).The<CommitmentFact>();
        Assert.Equal(("Send the draft", Monday.AddHours(2), Tuesday, 45, 6), (commitment.Title, commitment.PlannedAt, commitment.DueAt, commitment.PlannedMinutes, commitment.Clarity));
        Assert.Equal((Other, Third, Third), (commitment.DecisionId, commitment.ProcessId, commitment.AimId));
        Assert.Equal([Monday.AddHours(1)], commitment.Deliberations);
        Assert.Equal(
            (Monday.AddHours(1), Reframing.Postpone, Tuesday, true, Cause.Knowledge, true),
            commitment.Reframes.Select(one => (one.At, one.Reframing, one.PlannedAt, one.HasReason, one.Cause, one.NewFactNeeded)).Single());
        Assert.Equal([new WorkTurn(Monday.AddHours(14), true), new(Monday.AddHours(15), false)], commitment.Turns);
        Assert.Equal(new Ending(OutcomeState.Finished, Now, 5, 60, true, HasReason: false), commitment.Ending);
        Assert.Equal(new Coding(Tuesday.AddHours(1), Cause.Priority, false), commitment.Coding);
        Assert.Equal(0.5, commitment.DelayDays);
        Assert.Equal(8, commitment.Events.Count);
    }

    [Fact]
    public void As_of_a_moment_leaves_out_what_came_later()
    {
        var facts = Fold(History);
        var planned = facts.The<CommitmentFact>(Monday);
        Assert.Empty(planned.Deliberations);
        Assert.Empty(planned.Reframes);
        Assert.Null(planned.StartedAt);
        Assert.Single(facts.The<CommitmentFact>(Monday.AddHours(14)).Turns);
        Assert.Equal((OutcomeState.Missed, true), (facts.The<CommitmentFact>(Tuesday).Ending?.State, facts.The<CommitmentFact>(Tuesday).Ending?.HasReason));
        Assert.Null(facts.The<CommitmentFact>(Tuesday).Coding);
    }

    [Fact]
    public void Is_skipped_for_a_cause_it_keeps()
    {
        var skipped = Fold(History[0], new CommitmentSkipped(Id, "Ill", Cause.Illness, Tuesday)).The<CommitmentFact>();
        Assert.Equal((OutcomeState.Skipped, Cause.Illness), (skipped.Ending?.State, skipped.Coding?.Cause));
    }
}
