using Journal.Decisions;
using Journal.Facts;
using Journal.Recording;
using static Journal.Tests.Facts.Folding;
using static Journal.Tests.Scenario;

namespace Journal.Tests.Facts;

public sealed class TheFactOfADecision
{
    private static readonly IJournalEvent[] History =
    [
        new DecisionOpened(Id, "Publish weekly?", "content", ["weekly", "monthly"], Monday, [Other], Third, Monday),
        new DecisionReviewed(Id, Other, true, "Asked", 20, Monday.AddHours(5)),
        new DecisionReviewed(Id, Third, false, null, null, Monday.AddHours(2)),
        new DecisionMade(Id, "weekly", 0.7, Tuesday),
        new DecisionReopened(Id, null, Tuesday.AddHours(1)),
        new DecisionMade(Id, "monthly", 0.9, Tuesday.AddHours(2)),
        new DecisionOutcomeReviewed(Id, true, null, Now),
    ];

    [Fact]
    public void Tells_all_that_is_known_of_it()
    {
        var decision = Fold(History).The<DecisionFact>();
        Assert.Equal((Id, "Publish weekly?", "content", 2, Monday, Third), (decision.Id, decision.Question, decision.Class, decision.Options, decision.TriggeredAt, decision.AimId));
        Assert.Equal([Other], decision.BeliefIds);
        Assert.Equal([new Review(Third, Monday.AddHours(2), false, null), new(Other, Monday.AddHours(5), true, 20)], decision.Reviews);
        Assert.Equal(new DecisionTurn(TurnKind.Made, Tuesday.AddHours(2), 0.9), decision.Closed);
        Assert.Equal((Tuesday, 1, true), (decision.FirstMadeAt, decision.Reopenings, decision.CameTrue));
        Assert.Equal(Enumerable.Range(1, 7).Select(Event), decision.Events);
    }

    [Fact]
    public void As_of_a_moment_leaves_out_what_came_later()
    {
        var facts = Fold(History);
        Assert.Single(facts.The<DecisionFact>(Monday.AddHours(3)).Reviews);
        Assert.Null(facts.The<DecisionFact>(Monday.AddHours(3)).FirstMadeAt);
        Assert.Null(facts.The<DecisionFact>(Tuesday.AddHours(1)).Closed);
        Assert.Null(facts.The<DecisionFact>(Tuesday.AddHours(2)).CameTrue);
        Assert.True(facts.The<DecisionFact>(Now).CameTrue);
    }

    [Fact]
    public void Is_open_before_it_is_made_and_closed_when_dropped()
    {
        Assert.Null(Fold(History[0]).The<DecisionFact>().Closed);
        Assert.Equal(TurnKind.Dropped, Fold(History[0], new DecisionDropped(Id, null, Tuesday)).The<DecisionFact>().Closed?.Kind);
    }
}
