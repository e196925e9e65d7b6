using Journal.Decisions;
using Journal.Recording;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Decisions;

public sealed class AStandardAndARanking
{
    [Fact]
    public void A_standard_is_set_for_a_class_or_for_all()
    {
        Given<Observation<DecisionStandardSet>>().When(StandardDecider.Decide, new SetDecisionStandard(48, "hiring")).Then(new DecisionStandardSet(Id, "hiring", 48, Now));
        Given<Observation<DecisionStandardSet>>().When(StandardDecider.Decide, new SetDecisionStandard(0.5)).Then(new DecisionStandardSet(Id, null, 0.5, Now));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(87_841)]
    [InlineData(double.NaN)]
    public void Hours_in_which_nobody_decides_are_refused(double hours) =>
        Given<Observation<DecisionStandardSet>>().When(StandardDecider.Decide, new SetDecisionStandard(hours)).ThenRefused("hours.range");

    [Fact]
    public void A_standard_is_recorded_once() =>
        Given<Observation<DecisionStandardSet>>(new DecisionStandardSet(Id, null, 48, Monday))
            .When(StandardDecider.Decide, new SetDecisionStandard(24)).ThenRefused("standard.exists", RefusalKind.Conflict);

    [Fact]
    public void A_ranking_keeps_its_order()
    {
        string[] items = ["write", "sell", "rest"];
        Given<Observation<PrioritiesRanked>>().When(PriorityDecider.Decide, new RankPriorities(items, Third)).Then(new PrioritiesRanked(Id, items, Third, Now));
    }

    [Fact]
    public void An_item_stands_in_a_ranking_once_in_whatever_case() =>
        Given<Observation<PrioritiesRanked>>().When(PriorityDecider.Decide, new RankPriorities(["write", "sell", "Write"])).ThenRefused("items.repeated");

    [Fact]
    public void A_ranking_has_one_to_fifty_items()
    {
        Given<Observation<PrioritiesRanked>>().When(PriorityDecider.Decide, new RankPriorities([])).ThenRefused("items.missing");
        Given<Observation<PrioritiesRanked>>().When(PriorityDecider.Decide, new RankPriorities([" "])).ThenRefused("items.missing");
        Given<Observation<PrioritiesRanked>>().When(PriorityDecider.Decide, new RankPriorities([.. Enumerable.Range(0, 51).Select(i => $"{i}")])).ThenRefused("items.length");
    }

    [Fact]
    public void A_ranking_is_recorded_once() =>
        Given<Observation<PrioritiesRanked>>(new PrioritiesRanked(Id, ["write"], null, Monday))
            .When(PriorityDecider.Decide, new RankPriorities(["sell"])).ThenRefused("ranking.exists", RefusalKind.Conflict);
}
