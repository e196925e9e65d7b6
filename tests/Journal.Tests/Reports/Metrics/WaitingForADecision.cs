using Journal.Decisions;
using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Metrics;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Metrics;

public sealed class WaitingForADecision
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "M1")]
    public void Half_of_five_decisions_of_which_two_are_open_were_made_within_30_hours()
    {
        DecisionFact[] decisions = [book.Decision(0, 10), book.Decision(0, 20), book.Decision(0, 30), book.Decision(0), book.Decision(0)];
        var latency = DecisionMetrics.Latency(decisions, At(100), RuleSet.Default);
        Assert.Equal((30.0, 5), (latency.Value, latency.N));
    }

    [Fact]
    [Trait("capability", "M1")]
    public void Leaving_the_open_ones_out_would_have_said_20() =>
        Assert.Equal(20, DecisionMetrics.Latency([book.Decision(0, 10), book.Decision(0, 20), book.Decision(0, 30)], At(100), RuleSet.Default).Value);

    [Fact]
    [Trait("capability", "M1")]
    public void While_most_are_open_there_is_no_median()
    {
        var latency = DecisionMetrics.Latency([book.Decision(0, 10), book.Decision(0), book.Decision(0)], At(100), RuleSet.Default);
        Assert.Equal("insufficient data: an end to more of the 3 decisions; for 2 it had not come", latency.Insufficient);
    }

    [Fact]
    [Trait("capability", "M1")]
    public void One_that_was_dropped_waited_until_the_drop()
    {
        // At 40 hours two are left at risk and one of them is made: 2/3 * 1/2 of the curve is left. Had the drop counted as open to the end, 2/3 * 2/3 would be.
        DecisionFact[] decisions = [book.Decision(0, 10), book.Decision(0, with: one => one with { Turns = [new(TurnKind.Dropped, At(20), null)] }), book.Decision(0, 40), book.Decision(0, 50)];
        Assert.Equal(40, DecisionMetrics.Latency(decisions, At(100), RuleSet.Default).Value);
    }

    [Fact]
    [Trait("capability", "M1")]
    public void Reopening_it_does_not_move_when_it_was_first_made()
    {
        var reopened = book.Decision(0, 10, with: one => one with { Turns = [.. one.Turns, new(TurnKind.Reopened, At(12), null), new(TurnKind.Made, At(90), null)] });
        Assert.Equal(10, DecisionMetrics.Latency([reopened, reopened, reopened], At(100), RuleSet.Default).Value);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("---", 3)]
    [InlineData("---+", 0)]
    [InlineData("-+--", 2)]
    [Trait("capability", "M2")]
    public void Passes_are_the_reviews_since_the_last_new_fact(string reviews, int passes) =>
        Assert.Equal(passes, DecisionMetrics.PassesOf(book.Decision(0, with: one => one with { Reviews = [.. reviews.Select((review, i) => new Review(Guid.Empty, At(i), review == '+', null))] })));

    [Fact]
    [Trait("capability", "M3")]
    public void Two_reopenings_of_four_made_decisions_are_a_half()
    {
        var twice = book.Decision(0, 10, with: one => one with { Turns = [.. one.Turns, new(TurnKind.Reopened, At(12), null), new(TurnKind.Made, At(13), null), new(TurnKind.Reopened, At(14), null)] });
        var reopenings = DecisionMetrics.Reopenings([twice, book.Decision(0, 1), book.Decision(0, 1), book.Decision(0, 1), book.Decision(0)], RuleSet.Default);
        Assert.Equal((0.5, 4), (reopenings.Value, reopenings.N));
    }
}
