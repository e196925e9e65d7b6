using Journal.Analysis.Cycles;

namespace Journal.Tests.Analysis.Cycles;

public sealed class LookingForCyclesInBadInput
{
    private static readonly DateOnly Start = new(2025, 1, 6);

    [Fact]
    public void Missing_values_alone_are_too_few()
    {
        var report = CycleDetector.Detect([.. Enumerable.Repeat(double.NaN, 400)]);
        Assert.Empty(report.Cycles);
        Assert.Empty(report.Warnings);
        Assert.Contains("too few", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void One_distinct_value_among_gaps_says_so()
    {
        double[] values = [.. Enumerable.Range(0, 400).Select(t => t % 3 == 0 ? double.NaN : 0.1 + 0.2)];
        Assert.Contains("equal", CycleDetector.Detect(values).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void An_infinite_value_is_refused_with_its_place(double bad)
    {
        var values = new double[60];
        values[41] = bad;
        Assert.Contains("41", Assert.Throws<ArgumentException>(() => CycleDetector.Detect(values)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void As_many_days_as_values_are_needed() => Assert.Throws<ArgumentException>(() => CycleDetector.Detect([Start], [1, 2]));

    [Fact]
    public void A_million_days_are_refused_at_once() => Assert.Throws<ArgumentException>(() => CycleDetector.Detect(new double[1_000_000]));

    [Fact]
    public void Yes_and_no_are_values_enough()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(t => t is >= 60 and < 110 ? 1.0 : 0)];
        var cycle = Assert.Single(CycleDetector.Detect(values).Cycles);
        Assert.InRange(cycle.Onset, 57, 61);
        Assert.InRange(cycle.Back!.Value, 108, 113);
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e150)]
    public void The_smallest_and_largest_units_do_not_crash(double unit)
    {
        double[] values = [.. FindingCycles.Noise(200, 0.05).Select((v, t) => unit * (v + (t is >= 60 and < 110 ? 0.6 : 0.3)))];
        Assert.True(CycleDetector.Detect(values).Cycles.Count <= 1);
    }
}
