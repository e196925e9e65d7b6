using Journal.Analysis.Calibration;
using Journal.Analysis.Patterns;
using Journal.Analysis.Scale;
using Journal.Analysis.Slopes;
using Journal.Analysis.Survival;

namespace Journal.Tests.Analysis.Statistics;

public sealed class StatisticsOfBadInput
{
    [Fact]
    public void Of_nothing_known_there_is_no_figure()
    {
        double[] missing = [double.NaN, double.NaN];
        Assert.True(double.IsNaN(Median.Of([], [])));
        Assert.True(double.IsNaN(Quantile.Of(missing, 0.5, new double[2])));
        Assert.True(double.IsNaN(RobustScale.Of(missing, new double[2], new double[2])));
        Assert.True(double.IsNaN(SuccessiveDifferences.MeanSquare(missing)));
        Assert.True(double.IsNaN(TheilSen.Fit([], []).Slope));
        Assert.True(double.IsNaN(BrierScore.Of([], [])));
    }

    [Fact]
    public void Nothing_and_one_outcome_are_no_pattern()
    {
        Assert.Equal(1, RunsTest.Of([]).Probability);
        Assert.Equal(1, RunsTest.Of([true]).Probability);
        Assert.Equal(1, FisherExact.TwoSided(0, 0, 0, 0), 9);
        Assert.Equal(0, KendallDistance.Between([], []));
    }

    [Fact]
    public void A_filter_of_missing_values_leaves_them_missing()
    {
        var cleaned = new double[3];
        Assert.Equal(0, Hampel.Filter([double.NaN, double.NaN, double.NaN], 3, 3, cleaned));
        Assert.All(cleaned, v => Assert.True(double.IsNaN(v)));
    }

    [Fact]
    public void Parameters_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Quantile.Of([1], double.NaN, new double[1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Hampel.Filter([1], 0, 3, new double[1]));
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([double.NaN], [true]));
        Assert.Throws<ArgumentException>(() => BrierScore.Of([0.5], []));
    }

    [Fact]
    public void Weekdays_of_days_out_of_order_are_refused()
    {
        var day = new DateOnly(2025, 1, 6);
        Assert.Throws<ArgumentException>(() => WeekdayEffect.Estimate([day, day], [1, 2], new double[7], new double[2]));
        Assert.Throws<ArgumentException>(() => WeekdayEffect.Estimate([day], [1, 2], new double[7], new double[2]));
    }
}
