using Journal.Practices;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Practices;

public sealed class AFloorAndACode
{
    private static readonly PracticeAdopted Adopted = new(Id, "Run", 3, 7, null, null, TargetBound.AtLeast, Silence.Unknown, null, Monday);
    private static readonly ExecutionMissed Missed = new(Id, Other, null, null, null, Tuesday);

    [Fact]
    public void A_floor_is_a_share_of_the_week()
    {
        Given<Practice>(Adopted).When(PracticeDecider.Decide, new SetPracticeFloor(0.6, NonNegotiable: true)).Then(new PracticeFloorSet(Id, 0.6, true, Now));
        Given<Practice>(Adopted).When(PracticeDecider.Decide, new SetPracticeFloor(double.NaN)).ThenRefused("floor.range");
    }

    [Fact]
    public void A_practice_that_was_dropped_or_never_adopted_has_no_floor()
    {
        Given<Practice>(Adopted, new PracticeDropped(Id, null, Tuesday)).When(PracticeDecider.Decide, new SetPracticeFloor(0.5)).ThenRefused("practice.dropped", RefusalKind.Conflict);
        Given<Practice>().When(PracticeDecider.Decide, new SetPracticeFloor(0.5)).ThenRefused("practice.unknown", RefusalKind.Unknown);
    }

    [Fact]
    public void An_outcome_is_put_down_to_something_later_on_and_again() =>
        Given<Practice>(Adopted, Missed, new OutcomeCoded(Id, Other, Cause.Other, null, Tuesday))
            .When(OutcomeDecider.Decide, new CodeOutcome(Other, Cause.Capacity, NewFactNeeded: false))
            .Then(new OutcomeCoded(Id, Other, Cause.Capacity, false, Now));

    [Fact]
    public void A_cause_that_is_none_is_refused() =>
        Given<Practice>(Adopted, Missed).When(OutcomeDecider.Decide, new CodeOutcome(Other, (Cause)99)).ThenRefused("cause.unknown");

    [Fact]
    public void An_outcome_that_is_not_there_is_not_coded()
    {
        Given<Practice>(Adopted).When(OutcomeDecider.Decide, new CodeOutcome(Other, Cause.Capacity)).ThenRefused("outcome.unknown", RefusalKind.Unknown);
        Given<Practice>(Adopted, Missed, new OutcomeRetracted(Id, Other, null, Tuesday))
            .When(OutcomeDecider.Decide, new CodeOutcome(Other, Cause.Capacity)).ThenRefused("outcome.unknown", RefusalKind.Unknown);
        Given<Practice>().When(OutcomeDecider.Decide, new CodeOutcome(Other, Cause.Capacity)).ThenRefused("practice.unknown", RefusalKind.Unknown);
    }
}
