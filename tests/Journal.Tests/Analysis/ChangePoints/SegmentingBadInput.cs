using Journal.Analysis.ChangePoints;

namespace Journal.Tests.Analysis.ChangePoints;

public sealed class SegmentingBadInput
{
    public static TheoryData<double> NotFinite => [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [Theory]
    [MemberData(nameof(NotFinite))]
    public void A_value_that_is_not_finite_is_refused_where_the_search_is_exact(double bad)
    {
        Assert.Throws<ArgumentException>(() => Robust([1, bad, 2, 3]));
        Assert.Throws<ArgumentException>(() => TrendShift.Segment([1, bad, 2, 3, 4], 1, 10, 3));
        Assert.Throws<ArgumentException>(() => VarianceShift.Segment([1, bad, 2, 3, 4], 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Nothing_or_one_point_has_no_change(int n)
    {
        var values = Enumerable.Repeat(7.0, n).ToArray();
        Assert.Empty(Robust(values));
        Assert.Empty(TrendShift.Segment(values, 1, 10, 3));
        Assert.Empty(VarianceShift.Segment(values, 7));
        Assert.Empty(Steps.MeanShifts(values, 1));
        Assert.Empty(ChangePointDetector.Detect(values).Changes);
    }

    [Fact]
    public void One_distinct_value_has_no_change()
    {
        var values = Enumerable.Repeat(1e9 / 3, 500).ToArray();
        Assert.Empty(Robust(values));
        Assert.Empty(TrendShift.Segment(values, 1, 10, 3));
        Assert.Empty(VarianceShift.Segment(values, values[0]));
        Assert.Empty(ChangePointDetector.Detect([.. values, double.NaN, values[0]]).Changes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_noise_or_penalty_not_above_zero_is_refused(double bad)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RobustShift.Segment([1, 2], bad, 3, 10, new int[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RobustShift.Segment([1, 2], 1, 3, bad, new int[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrendShift.Segment([1, 2], bad, 10, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrendShift.Segment([1, 2], 1, bad, 3));
    }

    [Fact]
    public void A_work_space_too_short_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MeanShift.Segment([1, 2, 3], 1, new int[2]));
        Assert.Throws<ArgumentException>(() => RobustShift.Segment([1, 2, 3], 1, 3, 10, new int[2]));
    }

    [Fact]
    public void A_series_too_long_for_a_quadratic_search_is_refused_at_once()
    {
        var values = new double[1_000_000];
        Assert.Throws<ArgumentException>(() => TrendShift.Segment(values, 1, 10, 3));
        Assert.Throws<ArgumentException>(() => VarianceShift.Segment(values, 0));
    }

    [Fact]
    public void A_million_points_come_back_from_the_linear_searches()
    {
        var values = Steps.Make(2, 1_000_000, 250_000, 3, 1);
        Assert.True(ChangePointDetector.Detect(values).Changes.Count <= 3);
        Assert.True(Robust(values).Length <= 3);
    }

    [Fact]
    public void The_largest_numbers_do_not_crash_the_consensus() =>
        Assert.Empty(ChangePointDetector.Detect([double.MaxValue, double.MinValue, double.MaxValue, 0, 1, 2, 3, double.MinValue]).Changes);

    private static int[] Robust(double[] values)
    {
        var starts = new int[values.Length];
        var changes = new int[RobustShift.Segment(values, 1, 3, 3 * Math.Log(1e6), starts)];
        MeanShift.Backtrack(starts, values.Length, changes);
        return changes;
    }
}
