using System.Globalization;
using Journal.Analysis.Cycles;
using Journal.Tests.Analysis.Scoring;
using Journal.Tests.Analysis.Synthetic;

namespace Journal.Benchmarks.Accuracy;

/// <summary>What the cycle detector reached on one kind of synthetic series.</summary>
internal sealed record CycleFigures(
    string Kind, double F1, double Precision, double Recall, double OnsetError, double ErosionError, double BackError, double FalseCyclesPerYear,
    int Durable, int DurableTrue, double Warned, double FalseAlarmsPerYear, double WarningDelay);

/// <summary>The cycle detector on seeded synthetic series of every kind.</summary>
internal static class SyntheticCycles
{
    // Seeds of their own: thresholds were chosen on others.
    public const int FirstSeed = 20_000;

    private static readonly (string Name, SeriesKind Kind)[] Kinds =
    [
        ("sigma .05", new(0.05)), ("sigma .10", new(0.10)), ("sigma .15", new(0.15)), ("sigma .20", new(0.20)), ("sigma .30", new(0.30)),
        ("null .05", new(0.05, Null: true)), ("null .10", new(0.10, Null: true)), ("null .20", new(0.20, Null: true)), ("null .30", new(0.30, Null: true)),
        ("5 levels, .05", new(0.05, 5)), ("5 levels, .10", new(0.10, 5)), ("11 levels, .10", new(0.10, 11)),
        ("stress .10", SeriesKind.Stress), ("stress null", SeriesKind.Stress with { Null = true }),
        ("durable stays, .10", new(0.10, DurableFalls: false)), ("open end, .10", new(0.10, Open: true)),
        ("only one, .05", new(0.05, Single: true)), ("only one, .10", new(0.10, Single: true)),
    ];

    public static List<CycleFigures> Score(int series) => [.. Kinds.Select(k => Score(k.Name, k.Kind, series))];

    public static void Print(List<CycleFigures> figures, int series)
    {
        Console.WriteLine($"Cycles, {series} series of two years each, seeds from {FirstSeed}");
        Console.WriteLine("kind                   F1   prec.  recall  onset/erosion/back  false/yr  durable   warned  alarms/yr  delay");
        foreach (var f in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{f.Kind,-20} {f.F1,5:0.000}  {f.Precision,5:0.000}  {f.Recall,5:0.000}  {$"{f.OnsetError}/{f.ErosionError}/{f.BackError} d",18}  {f.FalseCyclesPerYear,8:0.000}  {f.Durable,3}/{f.DurableTrue,-3}  {f.Warned,6:0.000}  {f.FalseAlarmsPerYear,9:0.00}  {f.WarningDelay,3} d"));
    }

    private static CycleFigures Score(string name, SeriesKind kind, int series)
    {
        var made = new (SyntheticSeries Series, CycleReport Report)[series];
        Parallel.For(0, series, i =>
        {
            var one = SyntheticSeries.Make(kind, FirstSeed + i);
            made[i] = (one, CycleDetector.Detect(one.Days, one.Values));
        });
        var score = new CycleScore();
        foreach (var (one, report) in made) score.Add(one.Values.Length, one.Episodes, FoundCycles.Of(report, one.Values.Length), report.Warnings);
        return new(name, score.F1, score.Precision, score.Recall, score.OnsetError, score.ErosionError, score.BackError, score.FalseCyclesPerYear,
            made.Sum(m => m.Report.Cycles.Count(c => c.Kind == CycleKind.Durable)), made.Sum(m => m.Series.Episodes.Count(e => e.Durable)),
            score.Warned, score.FalseAlarmsPerYear, score.WarningDelay);
    }
}
