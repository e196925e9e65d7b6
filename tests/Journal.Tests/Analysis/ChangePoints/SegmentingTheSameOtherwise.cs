using FsCheck;
using FsCheck.Fluent;
using Journal.Analysis.ChangePoints;

namespace Journal.Tests.Analysis.ChangePoints;

/// <summary>What must not matter to a segmentation: unit and origin of the values, the direction of time, and what comes long after.</summary>
public sealed class SegmentingTheSameOtherwise
{
    private const double Penalty = 12, SlopeCost = 4, Noise = 0.5;
    private static readonly Config Fixed = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20250102, 7);

    // Powers of two scale without rounding; a shift rounds, so series with nothing on the edge of a decision are drawn.
    private static readonly double[] Scales = [1.0 / 1024, 0.5, 8, 4096];

    [Fact]
    public void Unit_and_origin_of_the_values_move_no_trend_change() =>
        Prop.ForAll(Series(), Units(), (values, unit) =>
            Trend(values, Noise).SequenceEqual(Trend(In(values, unit), unit.Scale * Noise))).Check(Fixed);

    [Fact]
    public void Unit_and_origin_of_the_values_move_no_robust_change() =>
        Prop.ForAll(Series(), Units(), (values, unit) =>
            Robust(values, Noise).SequenceEqual(Robust(In(values, unit), unit.Scale * Noise))).Check(Fixed);

    [Fact]
    public void Unit_and_origin_of_the_values_move_no_change_of_variance() =>
        Prop.ForAll(Series(), Units(), (values, unit) =>
            VarianceShift.Segment(values, 0).SequenceEqual(VarianceShift.Segment(In(values, unit), unit.Shift))).Check(Fixed);

    [Fact]
    public void Unit_and_origin_of_the_values_move_no_change_of_the_consensus() =>
        Prop.ForAll(Series(), Units(), (values, unit) => Agreed(values).SequenceEqual(Agreed(In(values, unit)))).Check(Fixed);

    [Fact]
    public void Backwards_in_time_trend_changes_are_mirrored() =>
        Prop.ForAll(Series(), values => Trend(values, Noise).SequenceEqual(Mirrored(values, v => Trend(v, Noise)))).Check(Fixed);

    [Fact]
    public void Backwards_in_time_changes_of_variance_are_mirrored() =>
        Prop.ForAll(Series(), values => VarianceShift.Segment(values, 0).SequenceEqual(Mirrored(values, v => VarianceShift.Segment(v, 0)))).Check(Fixed);

    [Fact]
    public void Backwards_in_time_robust_changes_are_mirrored_up_to_samples_that_fit_both_sides() =>
        Prop.ForAll(Clear(), values => Near(Robust(values, Noise), Mirrored(values, v => Robust(v, Noise)), 1)).Check(Fixed);

    [Fact]
    public void Backwards_in_time_clear_changes_of_the_consensus_are_mirrored_within_two_samples() =>
        Prop.ForAll(Clear(), values => Near(Agreed(values), Mirrored(values, Agreed), 2)).Check(Fixed);

    [Fact]
    public void A_constant_tail_far_off_moves_no_trend_change_before_it() =>
        Prop.ForAll(Series(), values => Trend([.. values, .. Enumerable.Repeat(1e3, 60)], Noise).SequenceEqual([.. Trend(values, Noise), values.Length])).Check(Fixed);

    [Fact]
    public void A_constant_tail_moves_no_robust_change_before_it() =>
        Prop.ForAll(Clear(), values => Robust([.. values, .. Enumerable.Repeat(Last(values), 60)], Noise)
            .Where(t => t < values.Length - 3).SequenceEqual(Robust(values, Noise))).Check(Fixed);

    [Fact]
    public void A_tail_at_the_mean_moves_no_change_of_variance_before_it() =>
        Prop.ForAll(Swings(), values => VarianceShift.Segment([.. values, .. Enumerable.Repeat(0.0, 60)], 0, Penalty)
            .Where(t => t < values.Length - 5).SequenceEqual(VarianceShift.Segment(values, 0, Penalty))).Check(Fixed);

    [Fact]
    public void A_constant_tail_moves_clear_changes_of_the_consensus_by_two_samples_at_most() =>
        Prop.ForAll(Clear(), values => Near(Agreed(values), [.. Agreed([.. values, .. Enumerable.Repeat(Last(values), 40)]).Where(t => t < values.Length - 3)], 2)).Check(Fixed);

    private static int[] Trend(double[] values, double sigma) => TrendShift.Segment(values, sigma, Penalty, SlopeCost);

    private static int[] Robust(double[] values, double sigma)
    {
        var starts = new int[values.Length];
        var changes = new int[RobustShift.Segment(values, sigma, 3, Penalty, starts)];
        MeanShift.Backtrack(starts, values.Length, changes);
        return changes;
    }

    private static int[] Agreed(double[] values) => [.. ChangePointDetector.Detect(values).Changes.Select(c => c.Index)];

    private static int[] Mirrored(double[] values, Func<double[], int[]> segment) =>
        [.. segment([.. values.Reverse()]).Select(t => values.Length - t).Order()];

    private static bool Near(int[] first, int[] second, int margin) =>
        first.Length == second.Length && first.Zip(second).All(pair => Math.Abs(pair.First - pair.Second) <= margin);

    private static double[] In(double[] values, (double Shift, double Scale) unit) => [.. values.Select(v => unit.Shift + unit.Scale * v)];

    private static double Last(double[] values) => values[^20..].Average();

    private static Arbitrary<(double Shift, double Scale)> Units() =>
        (from shift in Gen.Choose(-1000, 1000) from scale in Gen.Elements(Scales) select ((double)shift, scale)).ToArbitrary();

    private static Arbitrary<double[]> Series() =>
        (from seed in Gen.Choose(1, 1_000_000) from n in Gen.Choose(12, 120) select Steps.Make(seed, n, 23, 2, Noise)).ToArbitrary();

    /// <summary>Three levels, each step at least six standard deviations.</summary>
    private static Arbitrary<double[]> Clear() =>
        (from seed in Gen.Choose(1, 1_000_000)
         from first in Gen.Choose(30, 60)
         from second in Gen.Choose(30, 60)
         from up in Gen.Elements(3.0, 4.0, -3.5)
         from down in Gen.Elements(3.0, -4.0, -7.5)
         let noise = Steps.Make(seed, first + second + 40, 1000, 0, Noise)
         select noise.Select((v, t) => v + (t < first ? 0 : t < first + second ? up : up + down)).ToArray()).ToArbitrary();

    /// <summary>A calm stretch and one whose swings are ten times wider.</summary>
    private static Arbitrary<double[]> Swings() =>
        (from seed in Gen.Choose(1, 1_000_000)
         from calm in Gen.Choose(40, 80)
         select Steps.Make(seed, calm + 60, 1000, 0, 1).Select((v, t) => t < calm ? v : 10 * v).ToArray()).ToArbitrary();
}
