using Journal.Analysis.ChangePoints;

namespace Journal.Tests.Analysis.ChangePoints;

public sealed class SegmentingByTrendOrVariance
{
    [Fact]
    public void The_pruned_trend_search_costs_what_trying_everything_costs()
    {
        static double Cost(double[] s) => Math.Min(BruteForce.Flat(s), BruteForce.Line(s) + 2);
        for (var seed = 0; seed < 25; seed++)
        {
            var values = Steps.Make(seed, 36, 11, 2, 1);
            for (var t = 20; t < 36; t++) values[t] += 0.3 * (t - 20);
            var found = TrendShift.Segment(values, 1, 4, 2);
            Assert.Equal(BruteForce.Solve(values, 4, 2, Cost).Cost, BruteForce.Cost(values, found, 4, Cost), 6);
        }
    }

    [Fact]
    public void A_turn_of_the_trend_is_found_and_a_straight_line_has_none()
    {
        double[] turn = [.. Enumerable.Range(0, 80).Select(t => (t < 40 ? t : 80 - t) + 0.5 * Math.Sin(9.7 * t))];
        Assert.InRange(Assert.Single(TrendShift.Segment(turn, 0.5, 12, 4)), 38, 42);
        Assert.Empty(TrendShift.Segment([.. Enumerable.Range(0, 80).Select(t => 3.0 * t)], 0.5, 12, 4));
    }

    [Fact]
    public void A_change_of_variance_is_found_where_it_is()
    {
        double[] values = [.. Steps.Make(8, 150, 150, 0, 0.3), .. Steps.Make(9, 150, 150, 0, 2)];
        Assert.InRange(Assert.Single(VarianceShift.Segment(values, 0)), 140, 160);
    }

    [Fact]
    public void A_constant_series_has_no_change_of_variance() => Assert.Empty(VarianceShift.Segment(Enumerable.Repeat(2.0, 40).ToArray(), 2));
}
