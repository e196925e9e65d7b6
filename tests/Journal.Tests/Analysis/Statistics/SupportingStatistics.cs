using Journal.Analysis.Calibration;
using Journal.Analysis.Charts;
using Journal.Analysis.Patterns;
using Journal.Analysis.Scale;
using Journal.Analysis.Slopes;
using Journal.Analysis.Survival;
using Journal.Analysis.Warnings;

namespace Journal.Tests.Analysis.Statistics;

public sealed class SupportingStatistics
{
    [Fact]
    public void The_scale_of_ordinal_data_is_not_zero_when_most_are_equal()
    {
        double[] values = [3, 3, 3, 3, 3, 4, 3, 2, 3, double.NaN];
        // MAD 0; mean absolute deviation 2/9
        Assert.Equal(1.2533 * 2 / 9, RobustScale.Of(values, new double[10], new double[10]), 12);
        Assert.Equal(1.4826, RobustScale.Of([1, 2, 3, 4, 100], new double[5], new double[5]), 12);
        Assert.Equal(0, RobustScale.Of([5, 5], new double[2], new double[2]));
        Assert.True(double.IsNaN(RobustScale.Of([], [], [])));
    }

    [Fact]
    public void Quantiles_interpolate() => Assert.Equal(1.75, Quantile.Of([4, 1, 3, 2], 0.25, new double[4]), 12);

    [Fact]
    public void Hampel_replaces_the_outlier_and_nothing_else()
    {
        var cleaned = new double[9];
        Assert.Equal(1, Hampel.Filter([1, 2, 1, 2, 50, 2, 1, 2, double.NaN], 3, 3, cleaned));
        Assert.Equal([1, 2, 1, 2, 2, 2, 1, 2, double.NaN], cleaned);
    }

    [Fact]
    public void Ewma_signals_where_the_average_leaves_its_limits()
    {
        double[] averages = new double[3], widths = new double[3];
        // Weight 0.5: averages 1, 2.5; limits 3 * 0.5 = 1.5 and 3 * sqrt(0.3125) = 1.68.
        Assert.Equal(1, Ewma.Chart([2, 4, double.NaN], 0, 1, 0.5, 3, averages, widths));
        Assert.Equal([1, 3 - 0.5, 2.5], averages);
        Assert.Equal(3 * Math.Sqrt(0.3125), widths[1], 12);
    }

    [Fact]
    public void Cusum_adds_up_what_lies_beyond_the_slack()
    {
        double[] rises = new double[4], falls = new double[4];
        Assert.Equal(3, Cusum.Chart([1, 2, double.NaN, 3], 0, 1, 0.5, 4, rises, falls));
        Assert.Equal([0.5, 2, 2, 4.5], rises);
        Assert.Equal([0, 0, 0, 0], falls);
    }

    [Fact]
    public void Run_rules_name_the_pattern_they_see()
    {
        var broken = new ChartRules[8];
        RunRules.Check([0.1, 0.2, 0.1, 0.2, 0.1, 0.2, 0.1, 0.2], 0, 1, broken);
        Assert.Equal(ChartRules.EightOnOneSide, broken[7]);
        Assert.Equal(ChartRules.None, broken[6]);
        RunRules.Check([2.5, 0, 2.5, -4], 0, 1, broken);
        Assert.Equal(ChartRules.TwoOfThree, broken[2]);
        Assert.Equal(ChartRules.BeyondThree, broken[3]);
        RunRules.Check([-1.5, -1.5, 0.5, -1.5, -1.5], 0, 1, broken);
        Assert.Equal(ChartRules.FourOfFive, broken[4]);
    }

    [Fact]
    public void Mssd_of_one_and_seven_in_turn_is_36()
    {
        Assert.Equal(36, SuccessiveDifferences.MeanSquare([1, 7, 1, 7]));
        Assert.Equal(36, SuccessiveDifferences.MeanSquare([1, 7, double.NaN, 9]));
        Assert.True(double.IsNaN(SuccessiveDifferences.MeanSquare([1])));
        Assert.Equal(0.5, SuccessiveDifferences.AcuteShare([1, 2, 7], 5));
    }

    [Fact]
    public void Clustered_outcomes_are_no_accident_and_mixed_ones_may_be()
    {
        bool[] clustered = [.. Enumerable.Repeat(true, 10), .. Enumerable.Repeat(false, 10)];
        var test = RunsTest.Of(clustered);
        Assert.Equal((2, 11.0), (test.Runs, test.Expected));
        // score (2 - 11 + 0.5) / sqrt(200 * 180 / (400 * 19)) = -3.9055
        Assert.Equal(-3.9055, test.Score, 4);
        Assert.True(test.Probability < 0.001);
        Assert.True(RunsTest.Of([true, true, false, true, false, false, false, true, true, false, true, false]).Probability > 0.5);
        Assert.Equal(1, RunsTest.Of([true, true, true]).Probability);
    }

    [Fact]
    public void Reversing_three_priorities_is_three_swaps() => Assert.Equal(3, KendallDistance.Between([1, 2, 3], [3, 2, 1]));

    [Fact]
    public void A_weekday_effect_is_measured_and_removed()
    {
        var monday = new DateOnly(2025, 1, 6);
        DateOnly[] days = [.. Enumerable.Range(0, 140).Select(monday.AddDays)];
        double[] values = [.. days.Select(d => d.DayOfWeek == DayOfWeek.Saturday ? 5.0 : 1.5)];
        var effects = new double[7];
        WeekdayEffect.Estimate(days, values, effects, new double[140]);
        Assert.InRange(effects[6] - effects[1], 2.5, 3.5);
        Assert.Equal(0, effects.Sum(), 9);
        WeekdayEffect.Remove(days, values, effects, values);
        Assert.InRange(values.Max() - values.Min(), 0, 1);
    }

    [Fact]
    public void A_theil_sen_line_passes_by_an_outlier()
    {
        var line = TheilSen.Fit([0, 1, 2, 3, 4, 5, 6], [1, 3, 5, 70, 9, 11, 13]);
        Assert.Equal((2, 1, 7), (line.Slope, line.Intercept, line.Known));
        Assert.True(line.Low <= 2 && line.High >= 2);
        Assert.True(double.IsNaN(TheilSen.Fit([1], [1]).Slope));
        Assert.Throws<ArgumentException>(() => TheilSen.Fit([1, 1], [1, 2]));
    }

    [Fact]
    public void Theil_sen_thins_pairs_of_long_series_and_keeps_the_slope()
    {
        double[] times = [.. Enumerable.Range(0, 20_000).Select(t => (double)t)];
        Assert.Equal(0.25, TheilSen.Fit(times, [.. times.Select(t => 0.25 * t + t % 7)]).Slope, 3);
    }

    [Fact]
    public void A_knee_at_twelve_is_found_and_a_straight_line_has_none()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => (double)i)];
        var random = new Random(5);
        double[] knee = [.. x.Select(v => Math.Min(v, 12) + 0.5 * random.NextDouble())];
        var fit = SegmentedRegression.Fit(x, knee);
        Assert.InRange(fit.Knee!.Value, 11, 13);
        Assert.True(fit.Low <= 12 && fit.High >= 12);
        Assert.InRange(fit.SlopeAfter, -0.1, 0.1);
        Assert.Null(SegmentedRegression.Fit(x, [.. x.Select(v => 2 * v)]).Knee);
        Assert.Null(SegmentedRegression.Fit(x, [.. x.Select(v => 2 * v + 3 * random.NextDouble())]).Knee);
        Assert.Null(SegmentedRegression.Fit([1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6, 7, 8, 9]).Knee);
    }

    [Fact]
    public void Kaplan_meier_counts_what_is_still_open()
    {
        // 1 of 5 at 2: 0.8; 1 of 3 at 4 (one censored at 3): 0.533; 1 of 2 at 5: 0.267
        var fit = KaplanMeier.Of([2, 3, 4, 5, 6], [true, false, true, true, false]);
        Assert.Equal((5.0, 3, 2), (fit.Median, fit.Events, fit.Censored));
        Assert.Null(KaplanMeier.Of([1, 2, 3], [true, false, false]).Median);
        Assert.Null(KaplanMeier.Of([], []).Median);
        Assert.Throws<ArgumentException>(() => KaplanMeier.Of([-1], [true]));
    }

    [Fact]
    public void Brier_and_its_bins_are_as_worked_by_hand()
    {
        Assert.Equal((0.04 + 0.09 + 0.64) / 3, BrierScore.Of([0.8, 0.3, 0.8], [true, false, false]), 12);
        var bins = new CalibrationBin[2];
        BrierScore.Calibrate([0.8, 0.3, 1], [true, false, false], bins);
        Assert.Equal((1, 0.3, 0.0), (bins[0].Count, bins[0].Stated, bins[0].Observed));
        Assert.Equal((2, 0.9, 0.5), (bins[1].Count, bins[1].Stated, bins[1].Observed));
        Assert.Throws<ArgumentException>(() => BrierScore.Of([double.NaN], [true]));
    }

    [Fact]
    public void The_slowing_experiment_sees_growing_swings()
    {
        double[] values = [.. Enumerable.Range(0, 80).Select(t => t * Math.Sin(1.3 * t))];
        Assert.True(CriticalSlowing.Trend(values, 20).Variance > 0.8);
        Assert.Throws<ArgumentOutOfRangeException>(() => CriticalSlowing.Trend(values, 100));
    }
}
