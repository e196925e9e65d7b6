using Journal.Recording;
using Journal.States;
using static Journal.Tests.Scenario;

namespace Journal.Tests.States;

public sealed class AStateSample
{
    [Fact]
    public void It_keeps_what_was_rated_and_leaves_the_rest_open() =>
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Energy: 7, Doubt: 1, Enforcement: -3)).Then(new StateSampled(Id, 7, null, null, 1, null, -3, Now));

    [Fact]
    public void Without_a_rating_it_is_refused() => Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState()).ThenRefused("state.empty");

    [Fact]
    public void A_rating_off_the_scale_is_refused()
    {
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Energy: 0)).ThenRefused("energy.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Motivation: 8)).ThenRefused("motivation.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Confidence: -1)).ThenRefused("confidence.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Doubt: 8)).ThenRefused("doubt.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Frustration: 8)).ThenRefused("frustration.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Enforcement: 4)).ThenRefused("enforcement.range");
    }

    [Fact]
    public void A_rating_of_elsewhere_keeps_the_scale_it_was_given_on()
    {
        var rating = new ScaledRating("mood", 4, 1, 5, "good");
        IReadOnlyList<ScaledRating> ratings = [rating];
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Ratings: ratings)).Then(new StateSampled(Id, null, null, null, null, null, null, Now, ratings));
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Ratings: [rating with { Value = 6 }])).ThenRefused("value.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Ratings: [rating with { Value = double.NaN }])).ThenRefused("value.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Ratings: [rating with { Lowest = 5 }])).ThenRefused("scale.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Ratings: [rating with { Highest = double.PositiveInfinity }])).ThenRefused("scale.range");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Ratings: [rating with { Name = " " }])).ThenRefused("name.missing");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Ratings: [null!])).ThenRefused("ratings.missing");
        Given<Observation<StateSampled>>().When(SampleDecider.Decide, new SampleState(Ratings: [])).ThenRefused("state.empty");
    }

    [Fact]
    public void It_is_recorded_once() =>
        Given<Observation<StateSampled>>(new StateSampled(Id, 4, null, null, null, null, null, Monday))
            .When(SampleDecider.Decide, new SampleState(Energy: 5)).ThenRefused("state.exists", RefusalKind.Conflict);
}
