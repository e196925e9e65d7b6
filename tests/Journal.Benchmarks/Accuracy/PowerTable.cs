using System.Globalization;
using Journal.Analysis.Chance;
using Journal.Analysis.ChangePoints;

namespace Journal.Benchmarks.Accuracy;

/// <summary>What the change-point detector tells of series whose truth is known.</summary>
/// <param name="Shift">Of the level in the middle, in standard deviations of the noise.</param>
/// <param name="Told">Changes told, on average.</param>
/// <param name="Any">Share of series in which any is told.</param>
/// <param name="Near">Share in which one is told within 5 samples of the truth.</param>
/// <param name="Within">Share in which one is told within 12.</param>
/// <param name="Best">Share in which somebody who knows the size of the shift, the noise and its memory could place it within 5; NaN where there is none.</param>
internal sealed record PowerFigures(int Length, double Shift, double Told, double Any, double Near, double Within, double Best);

/// <summary>Noise with a memory of .3 from one sample to the next, with and without one shift.</summary>
internal static class PowerTable
{
    private const int Runs = 1000;
    private const double Memory = 0.3;
    private const ulong FirstSeed = 40_000;

    public static List<PowerFigures> Score() => [Score(240, 0), Score(120, 0), Score(240, 1), Score(240, 1.5), Score(240, 2)];

    public static void Print(List<PowerFigures> figures)
    {
        Console.WriteLine($"Change points in noise with a memory of .3, {Runs} series each");
        Console.WriteLine("  n  shift   told    any  near (5)  near (12)  best (5)");
        foreach (var f in figures) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{f.Length,3}  {f.Shift,5:0.0}  {f.Told,5:0.00}  {f.Any,5:0.00}  {f.Near,8:0.00}  {f.Within,9:0.00}  {f.Best,8:0.00}"));
        Console.WriteLine();
    }

    private static PowerFigures Score(int length, double shift)
    {
        double told = 0, any = 0, near = 0, within = 0, best = 0;
        for (var run = 0UL; run < Runs; run++)
        {
            var series = Noise.Make(length, Memory, FirstSeed + run);
            for (var t = length / 2; t < length; t++) series[t] += shift;
            var changes = ChangePointDetector.Detect(series).Changes;
            told += changes.Count;
            any += changes.Count > 0 ? 1 : 0;
            near += changes.Any(change => Math.Abs(change.Index - length / 2) <= 5) ? 1 : 0;
            within += changes.Any(change => Math.Abs(change.Index - length / 2) <= 12) ? 1 : 0;
            best += Math.Abs(BestPlace(series, shift) - length / 2) <= 5 ? 1 : 0;
        }
        return new(length, shift, told / Runs, any / Runs, near / Runs, within / Runs, shift == 0 ? double.NaN : best / Runs);
    }

    /// <summary>The place that most probably lies within 5 of the shift, for somebody who knows its size and the noise, and takes every place for as likely before.</summary>
    private static int BestPlace(double[] series, double shift)
    {
        // What a value adds to the one before it is noise without memory, so that the squares of what is left are the likelihood.
        var n = series.Length;
        var squares = new double[n];
        Array.Fill(squares, double.PositiveInfinity);
        for (var at = 2; at < n - 1; at++)
        {
            double Step(int t) => t < at ? 0 : shift;
            double mean = 0, left = 0;
            for (var t = 1; t < n; t++)
            {
                var fresh = series[t] - Step(t) - Memory * (series[t - 1] - Step(t - 1));
                var off = fresh - mean;
                mean += off / t;
                left += off * (fresh - mean);
            }
            squares[at] = left;
        }
        var least = squares.Min();
        double[] likely = [.. squares.Select(left => Math.Exp((least - left) / (2 * (1 - Memory * Memory))))];
        return Enumerable.Range(5, n - 10).MaxBy(at => likely[(at - 5)..(at + 6)].Sum());
    }
}

/// <summary>Seeded noise of standard deviation 1.</summary>
internal static class Noise
{
    public static double[] Make(int length, double memory, ulong seed)
    {
        var (dice, series, now) = (new SeededDice(seed), new double[length], 0.0);
        for (var t = -50; t < length; t++)
        {
            now = memory * now + Math.Sqrt(1 - memory * memory) * Math.Sqrt(-2 * Math.Log(1 - dice.Share())) * Math.Cos(2 * Math.PI * dice.Share());
            if (t >= 0) series[t] = now;
        }
        return series;
    }
}
