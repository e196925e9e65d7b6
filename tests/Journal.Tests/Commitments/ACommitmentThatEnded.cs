using Journal.Commitments;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Commitments;

public sealed class ACommitmentThatEnded
{
    private static readonly CommitmentMade Made = new(Id, "Send the draft", null, null, null, null, null, null, [], null, Monday);
    private static readonly CommitmentMissed Missed = new(Id, null, null, null, Tuesday);

    public static TheoryData<string> Endings => ["finished", "missed", "skipped"];

    [Theory]
    [MemberData(nameof(Endings))]
    public void It_is_not_begun_changed_or_ended_again(string ending)
    {
        var ended = Given<Commitment>(Made, Ending(ending));
        ended.When(CommitmentDecider.Decide, new StartCommitment()).ThenRefused("commitment.ended", RefusalKind.Conflict);
        ended.When(CommitmentDecider.Decide, new PauseCommitment()).ThenRefused("commitment.ended", RefusalKind.Conflict);
        ended.When(CommitmentDecider.Decide, new ReframeCommitment(Reframing.Postpone)).ThenRefused("commitment.ended", RefusalKind.Conflict);
        ended.When(CommitmentDecider.Decide, new MissCommitment()).ThenRefused("commitment.ended", RefusalKind.Conflict);
        ended.When(CommitmentDecider.Decide, new SkipCommitment("Ill")).ThenRefused("commitment.ended", RefusalKind.Conflict);
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void It_may_still_be_coded_relabelled_and_thought_about(string ending)
    {
        var ended = Given<Commitment>(Made, Ending(ending));
        ended.When(CommitmentDecider.Decide, new CodeCommitment(Cause.Rationalisation, false)).Then(new CommitmentCoded(Id, Cause.Rationalisation, false, Now));
        ended.When(CommitmentDecider.Decide, new ReframeCommitment(Reframing.Relabel)).Then(new CommitmentReframed(Id, Reframing.Relabel, null, null, null, null, Now));
        ended.When(CommitmentDecider.Decide, new NoteDeliberation(Other, "Why?") { OccurredAt = Monday }).Then(new DeliberationNoted(Id, Other, "Why?", Monday));
    }

    [Fact]
    public void One_that_was_missed_may_be_finished_late_and_once()
    {
        var finished = new CommitmentFinished(Id, null, null, null, null, Now);
        Given<Commitment>(Made, Missed).When(CommitmentDecider.Decide, new FinishCommitment()).Then(finished);
        Given<Commitment>(Made, Missed, finished).When(CommitmentDecider.Decide, new FinishCommitment()).ThenRefused("commitment.ended", RefusalKind.Conflict);
    }

    [Fact]
    public void One_that_was_skipped_is_not_finished() =>
        Given<Commitment>(Made, Ending("skipped")).When(CommitmentDecider.Decide, new FinishCommitment()).ThenRefused("commitment.ended", RefusalKind.Conflict);

    [Fact]
    public void A_miss_and_a_skip_keep_their_cause()
    {
        Given<Commitment>(Made)
            .When(CommitmentDecider.Decide, new MissCommitment("Meetings", Cause.Priority, false))
            .Then(new CommitmentMissed(Id, "Meetings", Cause.Priority, false, Now));
        Given<Commitment>(Made).When(CommitmentDecider.Decide, new SkipCommitment("Ill", Cause.Illness)).Then(new CommitmentSkipped(Id, "Ill", Cause.Illness, Now));
    }

    private static IJournalEvent Ending(string word) => word switch
    {
        "finished" => new CommitmentFinished(Id, null, null, null, null, Tuesday),
        "missed" => Missed,
        _ => new CommitmentSkipped(Id, "Ill", null, Tuesday),
    };
}
