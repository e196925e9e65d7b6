using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Metrics;
using Journal.States;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Metrics;

public sealed class RatingAState
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "M14")]
    [Trait("capability", "C36")]
    public void One_seven_one_seven_has_a_mean_square_of_36_and_every_change_is_acute()
    {
        var samples = Frustration(1, 7, 1, 7);
        Assert.Equal(36, StateMetrics.Volatility(samples, sample => sample.Frustration, RuleSet.Default).Value);
        Assert.Equal(1, StateMetrics.AcuteChange(samples, sample => sample.Frustration, RuleSet.Default).Value);
    }

    [Fact]
    [Trait("capability", "M14")]
    public void A_rating_that_was_not_asked_is_passed_over() =>
        Assert.Equal(4, StateMetrics.Volatility(Frustration(1, null, 3, null, 1), sample => sample.Frustration, RuleSet.Default).Value);

    [Fact]
    [Trait("capability", "M14")]
    public void A_mean_over_given_days_takes_no_others()
    {
        var mean = StateMetrics.Mean(Frustration(2, 7, 4, 7, 6), sample => sample.Frustration, new HashSet<DateOnly> { Monday, Monday.AddDays(2), Monday.AddDays(4) }, RuleSet.Default);
        Assert.Equal((4.0, 3), (mean.Value, mean.N));
    }

    [Fact]
    [Trait("capability", "M16")]
    public void The_middle_of_minus_two_zero_and_three_is_zero() =>
        Assert.Equal(0, StateMetrics.Enforcement([book.Sample(0, enforcement: -2), book.Sample(1, enforcement: 0), book.Sample(2, enforcement: 3), book.Sample(3)], RuleSet.Default).Value);

    [Fact]
    [Trait("capability", "M17")]
    public void Energy_of_2_4_and_6_has_mean_4_and_deviation_2()
    {
        StateFact[] samples = [book.Sample(0, energy: 2), book.Sample(1, energy: 4), book.Sample(2, energy: 6)];
        Assert.Equal(4, StateMetrics.Mean(samples, sample => sample.Energy, null, RuleSet.Default).Value);
        Assert.Equal(2, StateMetrics.Deviation(samples, sample => sample.Energy, RuleSet.Default).Value);
    }

    [Fact]
    [Trait("capability", "M17")]
    public void Two_ratings_are_too_few() =>
        Assert.Equal("insufficient data: at least 3 ratings; there are 2", StateMetrics.Mean([book.Sample(0, energy: 2), book.Sample(1, energy: 4)], sample => sample.Energy, null, RuleSet.Default).Insufficient);

    private List<StateFact> Frustration(params int?[] ratings) => [.. ratings.Select((rating, day) => book.Sample(day, frustration: rating))];
}
