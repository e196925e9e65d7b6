using Journal.Commitments;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Commitments;

public sealed class ACommitment
{
    private static readonly CommitmentMade Made = new(Id, "Send the draft", null, null, null, null, null, null, [], null, Monday);
    private static readonly CommitmentStarted Started = new(Id, Tuesday);
    private static readonly CommitmentPaused Paused = new(Id, null, Tuesday);

    [Fact]
    public void It_is_made_with_a_plan_that_lies_ahead()
    {
        Guid[] beliefs = [Other, Third];
        Given<Commitment>()
            .When(CommitmentDecider.Decide, new MakeCommitment("Send the draft", Now.AddDays(3), Now.AddYears(1), 45, 7, Other, Third, beliefs, Third))
            .Then(new CommitmentMade(Id, "Send the draft", Now.AddDays(3), Now.AddYears(1), 45, 7, Other, Third, beliefs, Third, Now));
    }

    [Fact]
    public void A_plan_beyond_ten_years_is_refused()
    {
        Given<Commitment>().When(CommitmentDecider.Decide, new MakeCommitment("Text", Now.AddYears(11))).ThenRefused("time.future");
        Given<Commitment>().When(CommitmentDecider.Decide, new MakeCommitment("Text", DueAt: Now.AddYears(11))).ThenRefused("time.future");
        Given<Commitment>().When(CommitmentDecider.Decide, new MakeCommitment("Text", Now.AddYears(-200))).ThenRefused("time.range");
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new ReframeCommitment(Reframing.Postpone, Now.AddYears(11))).ThenRefused("time.future");
    }

    [Fact]
    public void It_is_not_made_tomorrow() =>
        Given<Commitment>().When(CommitmentDecider.Decide, new MakeCommitment("Text") { OccurredAt = Now.AddDays(2) }).ThenRefused("time.future");

    [Fact]
    public void Values_that_cannot_be_recorded_are_refused()
    {
        Given<Commitment>().When(CommitmentDecider.Decide, new MakeCommitment("")).ThenRefused("title.missing");
        Given<Commitment>().When(CommitmentDecider.Decide, new MakeCommitment("Text", PlannedMinutes: double.NaN)).ThenRefused("plannedMinutes.range");
        Given<Commitment>().When(CommitmentDecider.Decide, new MakeCommitment("Text", Clarity: 8)).ThenRefused("clarity.range");
        Given<Commitment>().When(CommitmentDecider.Decide, new MakeCommitment("Text", BeliefIds: [Guid.Empty])).ThenRefused("beliefIds.missing");
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new ReframeCommitment((Reframing)9)).ThenRefused("reframing.unknown");
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new ReframeCommitment(Reframing.Shrink, Cause: (Cause)99)).ThenRefused("cause.unknown");
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new FinishCommitment(Effort: 0)).ThenRefused("effort.range");
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new FinishCommitment(Minutes: -1)).ThenRefused("minutes.range");
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new SkipCommitment(" ")).ThenRefused("reason.missing");
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new CodeCommitment((Cause)99)).ThenRefused("cause.unknown");
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new NoteDeliberation(Other, "")).ThenRefused("text.missing");
    }

    [Fact]
    public void It_is_made_once() =>
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new MakeCommitment("Text")).ThenRefused("commitment.exists", RefusalKind.Conflict);

    [Fact]
    public void A_change_of_plan_keeps_its_reason_and_cause() =>
        Given<Commitment>(Made)
            .When(CommitmentDecider.Decide, new ReframeCommitment(Reframing.Postpone, Now.AddDays(7), "Needs a figure", Cause.Knowledge, true))
            .Then(new CommitmentReframed(Id, Reframing.Postpone, Now.AddDays(7), "Needs a figure", Cause.Knowledge, true, Now));

    [Fact]
    public void It_is_started_paused_and_taken_up_again()
    {
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new StartCommitment()).Then(Started with { OccurredAt = Now });
        Given<Commitment>(Made, Started).When(CommitmentDecider.Decide, new PauseCommitment("Doubt")).Then(new CommitmentPaused(Id, "Doubt", Now));
        Given<Commitment>(Made, Started, Paused).When(CommitmentDecider.Decide, new StartCommitment()).Then(Started with { OccurredAt = Now });
    }

    [Fact]
    public void Starting_or_pausing_it_twice_changes_nothing()
    {
        Given<Commitment>(Made, Started).When(CommitmentDecider.Decide, new StartCommitment()).ThenNothing();
        Given<Commitment>(Made, Started, Paused).When(CommitmentDecider.Decide, new PauseCommitment()).ThenNothing();
    }

    [Fact]
    public void A_start_with_a_time_of_its_own_is_one_that_was_forgotten() =>
        Given<Commitment>(Made, Started).When(CommitmentDecider.Decide, new StartCommitment { OccurredAt = Monday }).Then(Started with { OccurredAt = Monday });

    [Fact]
    public void What_was_not_started_is_not_paused() =>
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new PauseCommitment()).ThenRefused("commitment.idle", RefusalKind.Conflict);

    [Fact]
    public void It_may_be_finished_without_a_start() =>
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new FinishCommitment(5, 60, true, "Short")).Then(new CommitmentFinished(Id, 5, 60, true, "Short", Now));

    [Fact]
    public void A_note_is_recorded_once()
    {
        var noted = new DeliberationNoted(Id, Other, "Should it be longer?", Tuesday);
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new NoteDeliberation(Other, "Should it be longer?")).Then(noted with { OccurredAt = Now });
        Given<Commitment>(Made, noted).When(CommitmentDecider.Decide, new NoteDeliberation(Other, "Again")).ThenRefused("note.exists", RefusalKind.Conflict);
    }

    [Fact]
    public void Nothing_can_be_said_about_one_that_is_not_there()
    {
        Given<Commitment>().When(CommitmentDecider.Decide, new ReframeCommitment(Reframing.Shrink)).ThenRefused("commitment.unknown", RefusalKind.Unknown);
        Given<Commitment>().When(CommitmentDecider.Decide, new ReframeCommitment(Reframing.Relabel)).ThenRefused("commitment.unknown", RefusalKind.Unknown);
        Given<Commitment>().When(CommitmentDecider.Decide, new StartCommitment()).ThenRefused("commitment.unknown", RefusalKind.Unknown);
        Given<Commitment>().When(CommitmentDecider.Decide, new PauseCommitment()).ThenRefused("commitment.unknown", RefusalKind.Unknown);
        Given<Commitment>().When(CommitmentDecider.Decide, new FinishCommitment()).ThenRefused("commitment.unknown", RefusalKind.Unknown);
        Given<Commitment>().When(CommitmentDecider.Decide, new MissCommitment()).ThenRefused("commitment.unknown", RefusalKind.Unknown);
        Given<Commitment>().When(CommitmentDecider.Decide, new SkipCommitment("Ill")).ThenRefused("commitment.unknown", RefusalKind.Unknown);
        Given<Commitment>().When(CommitmentDecider.Decide, new CodeCommitment(Cause.Other)).ThenRefused("commitment.unknown", RefusalKind.Unknown);
        Given<Commitment>().When(CommitmentDecider.Decide, new NoteDeliberation(Other, "Text")).ThenRefused("commitment.unknown", RefusalKind.Unknown);
    }
}
