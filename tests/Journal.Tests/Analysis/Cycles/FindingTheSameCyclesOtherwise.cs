using FsCheck;
using FsCheck.Fluent;
using Journal.Analysis.Cycles;
using Journal.Tests.Analysis.Synthetic;

namespace Journal.Tests.Analysis.Cycles;

/// <summary>What must not matter to cycles and warnings: the week a series begins in, the unit and the origin of its values.</summary>
public sealed class FindingTheSameCyclesOtherwise
{
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(5).WithReplay(20250103, 7);

    [Fact]
    public void Whole_weeks_later_dates_are_as_much_later() =>
        Prop.ForAll(Seeds(), Gen.Choose(-500, 500).ToArbitrary(), (seed, weeks) =>
        {
            var (days, values) = Year(seed);
            return Told(days, values, 0) == Told([.. days.Select(d => d.AddDays(7 * weeks))], values, 7 * weeks);
        }).Check(Fixed);

    [Fact]
    public void A_constant_added_to_all_values_moves_no_date() =>
        Prop.ForAll(Seeds(), Gen.Choose(-50, 50).ToArbitrary(), (seed, shift) =>
        {
            var (days, values) = Year(seed);
            return Told(days, values, 0) == Told(days, [.. values.Select(v => v + shift)], 0);
        }).Check(Fixed);

    [Fact]
    public void Another_unit_moves_no_date() =>
        Prop.ForAll(Seeds(), Gen.Elements(1.0 / 1024, 0.5, 4096).ToArbitrary(), (seed, scale) =>
        {
            var (days, values) = Year(seed);
            return Told(days, values, 0) == Told(days, [.. values.Select(v => v * scale)], 0);
        }).Check(Fixed);

    /// <summary>All dates of cycles and warnings, taken back by a number of days.</summary>
    private static string Told(DateOnly[] days, double[] values, int later)
    {
        var report = CycleDetector.Detect(days, values);
        var cycles = report.Cycles.Select(c => $"{Day(c.Onset)} {Day(c.Peak)} {Day(c.Erosion)} {Day(c.Back)}");
        return string.Join("; ", [.. cycles, .. report.Warnings.Select(w => Day(w))]);

        string Day(int? position) => position is { } p ? $"{days[p].AddDays(-later):yyyy-MM-dd}" : "-";
    }

    private static (DateOnly[] Days, double[] Values) Year(int seed)
    {
        var series = SyntheticSeries.Make(new(0.08), seed);
        return (series.Days[..365], series.Values[..365]);
    }

    private static Arbitrary<int> Seeds() => Gen.Choose(1, 100_000).ToArbitrary();
}
