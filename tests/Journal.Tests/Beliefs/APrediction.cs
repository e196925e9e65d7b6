using Journal.Beliefs;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Beliefs;

public sealed class APrediction
{
    private static readonly BeliefStated Stated =
        new(Id, "Visibility is scrutiny", BeliefScope.Safe, 0.9, BeliefStance.Limits, BeliefOrigin.Explicit, null, null, Monday);

    private static readonly BeliefPredicted Predicted = new(Id, Other, "Nobody will answer", null, null, Tuesday);
    private static readonly BeliefRetired Retired = new(Id, null, Tuesday);

    [Fact]
    public void It_says_how_likely_and_by_when() =>
        Given<Belief>(Stated)
            .When(BeliefDecider.Decide, new PredictFromBelief(Other, "Nobody will answer", 0.8, Now.AddDays(30)))
            .Then(new BeliefPredicted(Id, Other, "Nobody will answer", 0.8, Now.AddDays(30), Now));

    [Fact]
    public void It_is_recorded_once() =>
        Given<Belief>(Stated, Predicted).When(BeliefDecider.Decide, new PredictFromBelief(Other, "Again")).ThenRefused("prediction.exists", RefusalKind.Conflict);

    [Fact]
    public void Values_that_cannot_be_recorded_are_refused()
    {
        Given<Belief>(Stated).When(BeliefDecider.Decide, new PredictFromBelief(Other, "")).ThenRefused("text.missing");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new PredictFromBelief(Other, "Text", double.NaN)).ThenRefused("probability.range");
        Given<Belief>(Stated).When(BeliefDecider.Decide, new PredictFromBelief(Other, "Text", DueAt: Now.AddYears(11))).ThenRefused("time.future");
    }

    [Fact]
    public void It_is_scored_even_after_the_belief_was_given_up() =>
        Given<Belief>(Stated, Predicted, Retired).When(BeliefDecider.Decide, new ScorePrediction(Other, CameTrue: false)).Then(new PredictionScored(Id, Other, false, Now));

    [Fact]
    public void A_belief_that_was_given_up_predicts_no_more() =>
        Given<Belief>(Stated, Retired).When(BeliefDecider.Decide, new PredictFromBelief(Other, "Text")).ThenRefused("belief.inactive", RefusalKind.Conflict);

    [Fact]
    public void One_that_was_never_made_is_not_scored()
    {
        Given<Belief>(Stated, Predicted).When(BeliefDecider.Decide, new ScorePrediction(Third, CameTrue: true)).ThenRefused("prediction.unknown", RefusalKind.Unknown);
        Given<Belief>().When(BeliefDecider.Decide, new ScorePrediction(Other, CameTrue: true)).ThenRefused("belief.unknown", RefusalKind.Unknown);
    }
}
