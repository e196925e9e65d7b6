using System.Globalization;
using System.Text.Json;
using Journal.Analysis.ChangePoints;

namespace Journal.Benchmarks.Accuracy;

/// <summary>What one family reached on all series.</summary>
internal sealed record FamilyScore(string Family, double Cover, double F1);

/// <summary>A series scored by the family that was best on all others.</summary>
internal sealed record LeftOut(string Series, string Chosen, double Cover, double F1);

/// <summary>How much of a score is choice: the parameters of the consensus are chosen on all annotated series but one, which is then scored.</summary>
internal static class LeaveOneOut
{
    private static readonly (string Name, ConsensusFamily Family)[] Families =
    [
        ("default", ConsensusFamily.Default),
        .. ((double[])[2, 2.5, 3.5, 4, 5]).Select(p => (Invariant($"change {p} ln n"), ConsensusFamily.Default with { PenaltyPerLog = p })),
        .. ((double[])[0, 0.5, 2, 3]).Select(s => (Invariant($"slope {s} ln n"), ConsensusFamily.Default with { SlopePerLog = s })),
        .. ((int[])[4, 6, 10]).Select(l => (Invariant($"segments of {l} or more"), ConsensusFamily.Default with { Least = l })),
        .. ((int[])[4, 8, 20]).Select(m => (Invariant($"at most {m} changes"), ConsensusFamily.Default with { Most = m })),
        ("noise .05 to .3", ConsensusFamily.Default with { Variances = [0.05, 0.1, 0.15, 0.2, 0.3] }),
        ("noise .2 to .6", ConsensusFamily.Default with { Variances = [0.2, 0.3, 0.4, 0.5, 0.6] }),
        ("noise .3 to 1", ConsensusFamily.Default with { Variances = [0.3, 0.4, 0.5, 0.7, 1] }),
        ("change 2.5, slope 2 ln n", ConsensusFamily.Default with { PenaltyPerLog = 2.5, SlopePerLog = 2 }),
    ];

    public static int Run(bool json)
    {
        var series = AnnotatedSeries.Load();
        if (series.Count < 2) return 1;
        var scores = Families.Select(f => series.Select(s => s.Score(Found(s, f.Family))).ToArray()).ToArray();
        FamilyScore[] families = [.. Families.Select((f, i) => new FamilyScore(f.Name, scores[i].Average(s => s.Cover), scores[i].Average(s => s.F1)))];
        LeftOut[] leftOut = [.. series.Select((s, i) => Leave(s.Name, i, scores))];
        if (json) Console.WriteLine(JsonSerializer.Serialize(new { families, leftOut, cover = leftOut.Average(s => s.Cover), f1 = leftOut.Average(s => s.F1) }, AccuracyBenchmark.Indented));
        else Print(families, leftOut);
        return 0;
    }

    private static LeftOut Leave(string name, int left, (double Cover, double F1)[][] scores)
    {
        double Others(int family) => scores[family].Where((_, i) => i != left).Average(s => s.Cover + s.F1);
        var chosen = Enumerable.Range(0, Families.Length).MaxBy(Others);
        return new(name, Families[chosen].Name, scores[chosen][left].Cover, scores[chosen][left].F1);
    }

    private static int[] Found(Annotated series, ConsensusFamily family)
    {
        var known = KnownSamples.Of(series.Values);
        return known.Values.Length < ChangePointDetector.Fewest || known.IsConstant ? [] : [.. Consensus.Of(known.Values, family).Changes.Select(t => known.Positions[t])];
    }

    private static void Print(FamilyScore[] families, LeftOut[] leftOut)
    {
        Console.WriteLine("On all series                       Cover     F1");
        foreach (var f in families) Console.WriteLine(Invariant($"{f.Family,-34}  {f.Cover:0.000}  {f.F1:0.000}"));
        Console.WriteLine();
        Console.WriteLine("Chosen by Cover + F1 on the others, scored on the one left out");
        foreach (var s in leftOut) Console.WriteLine(Invariant($"{s.Series,-34}  {s.Cover:0.000}  {s.F1:0.000}  {s.Chosen}"));
        Console.WriteLine(Invariant($"{"mean",-34}  {leftOut.Average(s => s.Cover):0.000}  {leftOut.Average(s => s.F1):0.000}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
