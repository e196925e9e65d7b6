using Journal.Analysis.Cycles;
using Journal.Tests.Analysis.Scoring;
using Journal.Tests.Analysis.Synthetic;

namespace Journal.Tests.Analysis.Cycles;

public sealed class FindingCycles
{
    private static readonly DateOnly Start = new(2025, 1, 6);

    [Fact]
    public void A_drawn_cycle_is_found_with_its_dates()
    {
        var report = CycleDetector.Detect(Drawn(stays: 40));
        var cycle = Assert.Single(report.Cycles);
        Assert.Equal(CycleKind.Temporary, cycle.Kind);
        Assert.InRange(cycle.Onset, 56, 64);
        Assert.InRange(cycle.Erosion!.Value, 106, 114);
        Assert.InRange(cycle.Back!.Value, 116, 124);
        Assert.InRange(cycle.Gain, 0.25, 0.35);
        Assert.True(cycle.Confidence > 0.95);
        Assert.Contains(report.Warnings, day => day is >= 110 and <= 134);
    }

    [Fact]
    public void A_rise_that_stays_is_durable()
    {
        var cycle = Assert.Single(CycleDetector.Detect(Drawn(stays: 200)).Cycles);
        Assert.Equal((CycleKind.Durable, null, null), (cycle.Kind, cycle.Erosion, cycle.Back));
    }

    [Fact]
    public void Left_out_days_and_missing_values_are_the_same()
    {
        var values = Drawn(stays: 40);
        var kept = Enumerable.Range(0, values.Length).Where(t => t % 4 != 1).ToArray();
        var gappy = values.Select((v, t) => t % 4 == 1 ? double.NaN : v).ToArray();
        var whole = Assert.Single(CycleDetector.Detect(Days(values.Length), gappy).Cycles);
        var sparse = Assert.Single(CycleDetector.Detect([.. kept.Select(t => Start.AddDays(t))], [.. kept.Select(t => values[t])]).Cycles);
        Assert.InRange(kept[sparse.Onset] - whole.Onset, 0, 1);
        Assert.InRange(kept[sparse.Back!.Value] - whole.Back!.Value, 0, 1);
    }

    [Theory]
    [InlineData(1e6, 1000)]
    [InlineData(-20, 10)]
    public void Shift_and_scale_move_nothing(double shift, double scale)
    {
        var values = SyntheticSeries.Make(new(0.1), 12).Values[..220];
        var (plain, scaled) = (CycleDetector.Detect(values), CycleDetector.Detect([.. values.Select(v => shift + scale * v)]));
        Assert.Equal(plain.Cycles.Select(c => (c.Onset, c.Back)), scaled.Cycles.Select(c => (c.Onset, c.Back)));
        Assert.Equal(plain.Warnings, scaled.Warnings);
    }

    [Fact]
    public void A_gap_is_no_fall()
    {
        var values = Drawn(stays: 200);
        values.AsSpan(130, 25).Fill(double.NaN);
        Assert.Equal(CycleKind.Durable, Assert.Single(CycleDetector.Detect(values).Cycles).Kind);
    }

    [Fact]
    public void A_weekday_effect_is_no_cycle()
    {
        double[] values = [.. Noise(300, 0.03).Select((v, t) => v + 0.4 + (t % 7 is 5 or 6 ? 0.3 : 0))];
        Assert.Empty(CycleDetector.Detect(values).Cycles);
    }

    [Fact]
    public void Two_bad_days_are_no_fall()
    {
        var values = Drawn(stays: 200);
        values[130] = values[131] = 0;
        Assert.Equal(CycleKind.Durable, Assert.Single(CycleDetector.Detect(values).Cycles).Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    public void Too_few_days_say_so(int n) =>
        Assert.Contains("too few", CycleDetector.Detect(Drawn(stays: 40).AsSpan(0, n)).Summary, StringComparison.Ordinal);

    [Fact]
    public void A_constant_series_has_no_cycle() => Assert.Empty(CycleDetector.Detect(Enumerable.Repeat(0.5, 200).ToArray()).Cycles);

    [Fact]
    public void Two_values_a_hundred_days_apart_are_too_few() => Assert.Empty(CycleDetector.Detect([Start, Start.AddDays(100)], [0, 1]).Cycles);

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => CycleDetector.Detect([Start, Start], [0, 1]));
        Assert.Throws<ArgumentException>(() => CycleDetector.Detect([Start.AddDays(1), Start], [0, 1]));
        Assert.Throws<ArgumentException>(() => CycleDetector.Detect([Start, Start.AddDays(40_000)], [0, 1]));
        Assert.Throws<ArgumentException>(() => CycleDetector.Detect(new double[1_000_000]));
        Assert.Throws<ArgumentException>(() => CycleDetector.Detect([0, double.PositiveInfinity]));
    }

    [Fact]
    public void A_series_without_cycles_but_one_odd_day_is_left_alone()
    {
        var values = Enumerable.Repeat(1.0, 120).ToArray();
        values[60] = 5;
        Assert.Empty(CycleDetector.Detect(values).Cycles);
    }

    [Fact]
    public void On_a_small_seeded_set_accuracy_is_what_it_was()
    {
        var score = new CycleScore();
        for (var seed = 0; seed < 2; seed++)
        {
            var series = SyntheticSeries.Make(new(0.10), 300 + seed);
            var report = CycleDetector.Detect(series.Days, series.Values);
            score.Add(730, series.Episodes, FoundCycles.Of(report, 730), report.Warnings);
        }
        Assert.True(score.F1 >= 0.9, $"F1 {score.F1} on seeds 300 and 301");
        Assert.True(score.OnsetError <= 4 && score.ErosionError <= 4 && score.BackError <= 4, $"{score.OnsetError}/{score.ErosionError}/{score.BackError}");
    }

    internal static double[] Noise(int n, double sigma)
    {
        var random = new Random(77);
        return [.. Enumerable.Range(0, n).Select(_ => sigma * 2 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5))];
    }

    private static DateOnly[] Days(int n) => [.. Enumerable.Range(0, n).Select(Start.AddDays)];

    /// <summary>Base 0.3, up within 10 days from day 60 to 0.6, down within 10 days after the stay; 300 days.</summary>
    private static double[] Drawn(int stays)
    {
        var values = Noise(300, 0.04);
        for (var t = 0; t < 300; t++)
        {
            var up = Math.Clamp((t - 60) / 10.0, 0, 1);
            var down = stays > 150 ? 0 : Math.Clamp((t - 70 - stays) / 10.0, 0, 1);
            values[t] += 0.3 + 0.3 * (up - down);
        }
        return values;
    }
}
