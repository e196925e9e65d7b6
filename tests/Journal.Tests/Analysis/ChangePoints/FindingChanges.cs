using Journal.Analysis.ChangePoints;

namespace Journal.Tests.Analysis.ChangePoints;

public sealed class FindingChanges
{
    [Fact]
    public void A_clear_step_is_found_with_a_reason_and_full_agreement()
    {
        var change = Assert.Single(ChangePointDetector.Detect(Step()).Changes);
        Assert.InRange(change.Index, 59, 61);
        Assert.True(change.Confidence > 0.9);
        Assert.Contains("rises", change.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_values_keep_positions_in_the_input()
    {
        var values = Step();
        for (var t = 0; t < values.Length; t += 3) values[t] = double.NaN;
        Assert.InRange(Assert.Single(ChangePointDetector.Detect(values).Changes).Index, 59, 62);
    }

    [Theory]
    [InlineData(1e6, 1)]
    [InlineData(-50, 1)]
    [InlineData(0, 1e6)]
    [InlineData(0, 1e-6)]
    public void Shift_and_scale_move_nothing(double shift, double scale) =>
        Assert.Equal(Indexes(Step()), Indexes([.. Step().Select(v => shift + scale * v)]));

    [Fact]
    public void Noise_alone_has_no_change() => Assert.Empty(ChangePointDetector.Detect(Steps.Make(4, 300, 300, 0, 1)).Changes);

    [Fact]
    public void A_season_is_not_a_change()
    {
        double[] values = [.. Enumerable.Range(0, 240).Select(t => Math.Sin(Math.PI * t / 6) + 0.1 * Math.Sin(7.3 * t))];
        Assert.Empty(ChangePointDetector.Detect(values).Changes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    public void Too_few_values_say_so(int n)
    {
        var report = ChangePointDetector.Detect(new double[n]);
        Assert.Empty(report.Changes);
        Assert.Contains("too few", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_missing_values_are_too_few() => Assert.Empty(ChangePointDetector.Detect([.. Enumerable.Repeat(double.NaN, 100)]).Changes);

    [Fact]
    public void A_constant_series_says_so() =>
        Assert.Contains("equal", ChangePointDetector.Detect([.. Enumerable.Repeat(3.0, 100)]).Summary, StringComparison.Ordinal);

    [Fact]
    public void Two_values_that_differ_at_rounding_error_are_no_change() =>
        Assert.Empty(ChangePointDetector.Detect([.. Enumerable.Range(0, 60).Select(t => 0.1 + 0.2 + (t % 2 == 0 ? 0 : 5e-17))]).Changes);

    [Fact]
    public void An_infinite_value_is_refused() => Assert.Throws<ArgumentException>(() => ChangePointDetector.Detect([1, 2, double.NegativeInfinity, 4, 5, 6]));

    [Fact]
    public void Days_out_of_order_or_twice_are_refused()
    {
        var day = new DateOnly(2025, 1, 1);
        Assert.Throws<ArgumentException>(() => ChangePointDetector.Detect([day, day], [1, 2]));
        Assert.Throws<ArgumentException>(() => ChangePointDetector.Detect([day.AddDays(1), day], [1, 2]));
        Assert.Throws<ArgumentException>(() => ChangePointDetector.Detect([day], [1, 2]));
    }

    [Fact]
    public void A_hundred_thousand_points_come_back()
    {
        var values = Steps.Make(2, 100_000, 25_000, 3, 1);
        Assert.InRange(ChangePointDetector.Detect(values).Changes.Count, 1, 3);
    }

    private static int[] Indexes(double[] values) => [.. ChangePointDetector.Detect(values).Changes.Select(c => c.Index)];

    private static double[] Step()
    {
        var values = Steps.Make(11, 120, 120, 0, 1);
        for (var t = 60; t < 120; t++) values[t] += 6;
        return values;
    }
}
