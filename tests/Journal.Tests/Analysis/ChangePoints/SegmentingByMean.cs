using FsCheck;
using FsCheck.Fluent;
using Journal.Analysis.ChangePoints;

namespace Journal.Tests.Analysis.ChangePoints;

public sealed class SegmentingByMean
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20250101, 7);

    [Fact]
    public void The_pruned_search_costs_what_trying_everything_costs() =>
        Prop.ForAll(Series(), Penalties(), (values, penalty) =>
        {
            var found = Steps.MeanShifts(values, penalty);
            var (least, _) = BruteForce.Solve(values, penalty, 1, BruteForce.Flat);
            return Math.Abs(BruteForce.Cost(values, found, penalty, BruteForce.Flat) - least) < 1e-6 * (1 + Math.Abs(least));
        }).Check(Fixed);

    [Fact]
    public void A_shift_and_a_scale_of_the_values_move_nothing() =>
        Prop.ForAll(Series(), values => Steps.MeanShifts(values, 3.7).SequenceEqual(Steps.MeanShifts([.. values.Select(v => 1e6 + 4 * v)], 16 * 3.7))).Check(Fixed);

    [Fact]
    public void Time_reversed_the_changes_are_mirrored() =>
        Prop.ForAll(Series(), values =>
        {
            double[] reversed = [.. values.Reverse()];
            int[] mirrored = [.. Steps.MeanShifts(reversed, 3.7).Select(t => values.Length - t).Order()];
            var (there, back) = (BruteForce.Cost(values, Steps.MeanShifts(values, 3.7), 3.7, BruteForce.Flat), BruteForce.Cost(values, mirrored, 3.7, BruteForce.Flat));
            return Math.Abs(there - back) < 1e-6;
        }).Check(Fixed);

    [Fact]
    public void A_constant_tail_moves_nothing_before_it()
    {
        var values = Steps.Make(3, 200, 40, 3, 0.5);
        double[] longer = [.. values, .. Enumerable.Repeat(40.0, 100)];
        Assert.Equal([.. Steps.MeanShifts(values, 10), 200], Steps.MeanShifts(longer, 10));
    }

    [Fact]
    public void A_tiny_change_on_a_huge_level_is_found()
    {
        double[] values = [.. Enumerable.Range(0, 100).Select(t => 1e9 + (t < 60 ? 0 : 1) + 0.1 * (t % 2))];
        Assert.Equal([60], Steps.MeanShifts(values, 1));
    }

    [Fact]
    public void A_constant_series_has_no_change() => Assert.Empty(Steps.MeanShifts(Enumerable.Repeat(5.0, 50).ToArray(), 1));

    [Fact]
    public void An_empty_series_has_no_change() => Assert.Empty(Steps.MeanShifts([], 1));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_value_that_is_not_finite_is_refused(double bad) =>
        Assert.Throws<ArgumentException>(() => Steps.MeanShifts([1, bad, 2], 1));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_penalty_not_above_zero_is_refused(double penalty) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Steps.MeanShifts([1, 2], penalty));

    [Fact]
    public void A_line_of_outliers_does_not_split_the_robust_search()
    {
        var values = Steps.Make(5, 300, 300, 0, 0.5);
        for (var t = 20; t < 300; t += 37) values[t] += 30;
        for (var t = 150; t < 300; t++) values[t] += 4;
        var starts = new int[300];
        var changes = new int[RobustShift.Segment(values, 0.5, 3, 3 * Math.Log(300), starts)];
        MeanShift.Backtrack(starts, 300, changes);
        Assert.Equal(150, Assert.Single(changes));
    }

    [Fact]
    public void A_million_points_without_a_change_do_not_take_quadratic_time()
    {
        // Quadratic time would be hours.
        var values = Steps.Make(1, 1_000_000, 1_000_000, 0, 1);
        Assert.Empty(Steps.MeanShifts(values, 3 * Math.Log(1e6)));
    }

    private static Arbitrary<double[]> Series() =>
        (from seed in Gen.Choose(1, 1_000_000) from n in Gen.Choose(1, 40) select Steps.Make(seed, n, 7, 1.5, 1)).ToArbitrary();

    private static Arbitrary<double> Penalties() => Gen.Choose(1, 200).Select(p => p / 10.0).ToArbitrary();
}
