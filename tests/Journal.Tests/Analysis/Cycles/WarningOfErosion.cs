using Journal.Analysis.Cycles;
using Journal.Tests.Analysis.Synthetic;

namespace Journal.Tests.Analysis.Cycles;

public sealed class WarningOfErosion
{
    [Theory]
    [InlineData(301, 0.05, 0)]
    [InlineData(302, 0.10, 5)]
    public void A_warning_does_not_change_when_later_days_are_cut(int seed, double sigma, int levels)
    {
        var values = SyntheticSeries.Make(new(sigma, Levels: levels), seed).Values[..260];
        var all = CycleDetector.Detect(values).Warnings;
        for (var length = 227; length > 60; length -= 83)
            Assert.Equal(all.Where(day => day < length), CycleDetector.Detect(values.AsSpan(0, length)).Warnings);
    }

    [Fact]
    public void A_flat_noisy_series_gives_no_warning()
    {
        double[] values = [.. FindingCycles.Noise(300, 0.05).Select(v => v + 0.4)];
        Assert.Empty(CycleDetector.Detect(values).Warnings);
    }
}
