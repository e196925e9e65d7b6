using Journal.Practices;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Practices;

public sealed class APractice
{
    private static readonly PracticeAdopted Adopted = new(Id, "Run", 3, 7, null, null, TargetBound.AtLeast, Silence.InUse, null, Monday);
    private static readonly ExecutionFinished Finished = new(Id, Other, 0.5, null, null, null, null, null, null, null, Tuesday);

    [Fact]
    public void It_is_adopted_with_a_cadence() =>
        Given<Practice>().When(PracticeDecider.Decide, new AdoptPractice("Run", 3, 7)).Then(Adopted with { OccurredAt = Now });

    [Theory]
    [InlineData(0, 7, "times.range")]
    [InlineData(1001, 7, "times.range")]
    [InlineData(1, 0, "days.range")]
    [InlineData(1, 367, "days.range")]
    public void A_cadence_that_cannot_be_kept_is_refused(int times, int days, string code)
    {
        Given<Practice>().When(PracticeDecider.Decide, new AdoptPractice("Run", times, days)).ThenRefused(code);
        Given<Practice>(Adopted).When(PracticeDecider.Decide, new RevisePractice(Times: times, Days: days)).ThenRefused(code);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1.0)]
    [InlineData(double.PositiveInfinity)]
    public void A_target_that_is_no_quantity_is_refused(double target) =>
        Given<Practice>().When(PracticeDecider.Decide, new AdoptPractice("Run", Target: target)).ThenRefused("target.range");

    [Fact]
    public void An_outcome_is_recorded_with_what_is_known_of_it() =>
        Given<Practice>(Adopted)
            .When(OutcomeDecider.Decide, new FinishExecution(Other, 0.5, 4.2, Monday, Tuesday, 3, 25, true, "Slow"))
            .Then(new ExecutionFinished(Id, Other, 0.5, 4.2, Monday, Tuesday, 3, 25, true, "Slow", Now));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void A_score_that_is_no_share_is_refused(double score) =>
        Given<Practice>(Adopted).When(OutcomeDecider.Decide, new FinishExecution(Other, score)).ThenRefused("score.range");

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void An_effort_off_the_scale_is_refused(int effort) =>
        Given<Practice>(Adopted).When(OutcomeDecider.Decide, new FinishExecution(Other, Effort: effort)).ThenRefused("effort.range");

    [Fact]
    public void A_skip_needs_its_reason()
    {
        Given<Practice>(Adopted).When(OutcomeDecider.Decide, new SkipExecution(Other, "Ill")).Then(new ExecutionSkipped(Id, Other, "Ill", Now));
        Given<Practice>(Adopted).When(OutcomeDecider.Decide, new SkipExecution(Other, " ")).ThenRefused("reason.missing");
    }

    [Fact]
    public void A_miss_needs_none() =>
        Given<Practice>(Adopted).When(OutcomeDecider.Decide, new MissExecution(Other)).Then(new ExecutionMissed(Id, Other, null, null, null, Now));

    [Fact]
    public void An_outcome_is_recorded_once() =>
        Given<Practice>(Adopted, Finished).When(OutcomeDecider.Decide, new MissExecution(Other)).ThenRefused("outcome.exists", RefusalKind.Conflict);

    [Fact]
    public void An_outcome_can_be_taken_back_once()
    {
        var retracted = new OutcomeRetracted(Id, Other, "Wrong day", Now);
        Given<Practice>(Adopted, Finished).When(OutcomeDecider.Decide, new RetractOutcome(Other, "Wrong day")).Then(retracted);
        Given<Practice>(Adopted, Finished, retracted).When(OutcomeDecider.Decide, new RetractOutcome(Other)).ThenRefused("outcome.unknown", RefusalKind.Unknown);
    }

    [Fact]
    public void Once_dropped_it_is_revised_no_more_but_takes_what_was_forgotten()
    {
        var dropped = new PracticeDropped(Id, null, Tuesday);
        Given<Practice>(Adopted, dropped).When(PracticeDecider.Decide, new RevisePractice(Times: 2)).ThenRefused("practice.dropped", RefusalKind.Conflict);
        Given<Practice>(Adopted, dropped)
            .When(OutcomeDecider.Decide, new FinishExecution(Other) { OccurredAt = Monday })
            .Then(new ExecutionFinished(Id, Other, null, null, null, null, null, null, null, null, Monday));
    }

    [Fact]
    public void Dropping_it_twice_changes_nothing() =>
        Given<Practice>(Adopted, new PracticeDropped(Id, null, Tuesday)).When(PracticeDecider.Decide, new DropPractice()).ThenNothing();

    [Fact]
    public void Nothing_is_recorded_for_one_that_is_not_there()
    {
        Given<Practice>().When(OutcomeDecider.Decide, new FinishExecution(Other)).ThenRefused("practice.unknown", RefusalKind.Unknown);
        Given<Practice>().When(OutcomeDecider.Decide, new RetractOutcome(Other)).ThenRefused("practice.unknown", RefusalKind.Unknown);
        Given<Practice>().When(PracticeDecider.Decide, new DropPractice()).ThenRefused("practice.unknown", RefusalKind.Unknown);
    }
}
