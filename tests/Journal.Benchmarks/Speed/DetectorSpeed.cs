using System.Globalization;
using System.Text.Json;
using Journal.Analysis.ChangePoints;
using Journal.Analysis.Cycles;

namespace Journal.Benchmarks.Speed;

/// <summary>The quickest of several runs of one detector on one size of series, and what it allocated.</summary>
internal sealed record SpeedFigure(string Detector, int Points, double Milliseconds, long AllocatedBytes, int Found);

/// <summary>Speed and allocation of the detectors by length, on one thread.</summary>
internal static class DetectorSpeed
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static int Run(string[] args)
    {
        var figures = new List<SpeedFigure>();
        foreach (var n in (int[])[1_000, 10_000, 100_000, 1_000_000])
        {
            var starts = new int[n];
            figures.Add(Measure("mean shift, change every 100", Levels(n, 100), v => MeanShift.Segment(v, Penalty(n), starts)));
            figures.Add(Measure("mean shift, no change", Levels(n, n), v => MeanShift.Segment(v, Penalty(n), starts)));
            figures.Add(Measure("robust shift", Levels(n, n / 10), v => RobustShift.Segment(v, 1, 3, Penalty(n), starts)));
            figures.Add(Measure("consensus", Levels(n, n / 10), v => ChangePointDetector.Detect(v).Changes.Count));
        }
        foreach (var n in (int[])[365, 730, 3_650, 36_500])
            figures.Add(Measure("cycles and warnings", Levels(n, 60), v => CycleDetector.Detect(v).Cycles.Count, n > 10_000 ? 1 : 3));
        if (args.Contains("--json")) Console.WriteLine(JsonSerializer.Serialize(figures, Indented));
        else Print(figures);
        return 0;
    }

    private static void Print(List<SpeedFigure> figures)
    {
        Console.WriteLine("detector                              points       ms    allocated    found");
        foreach (var f in figures)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{f.Detector,-32} {f.Points,11:N0} {f.Milliseconds,8:0.00} {f.AllocatedBytes / 1024.0,9:N0} KB {f.Found,8}"));
    }

    private static SpeedFigure Measure(string detector, double[] values, Func<double[], int> run, int times = 7)
    {
        var found = run(values);
        // Let the compiler settle before the short runs are timed.
        if (values.Length <= 1_000) for (var i = 0; i < 60; i++) run(values);
        var (best, allocated) = (TimeSpan.MaxValue, long.MaxValue);
        for (var i = 0; i < times; i++)
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            var from = TimeProvider.System.GetTimestamp();
            run(values);
            var took = TimeProvider.System.GetElapsedTime(from);
            if (took < best) best = took;
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - bytes);
        }
        return new(detector, values.Length, best.TotalMilliseconds, allocated, found);
    }

    private static double Penalty(int n) => 3 * Math.Log(n);

    private static double[] Levels(int n, int every)
    {
        var random = new Random(42);
        var (values, level) = (new double[n], 0.0);
        for (var t = 0; t < n; t++)
        {
            if (t % every == 0) level = 5 * random.NextDouble();
            values[t] = level + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        }
        return values;
    }
}
