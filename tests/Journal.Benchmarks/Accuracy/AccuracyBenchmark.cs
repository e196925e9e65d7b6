using System.Text.Json;

namespace Journal.Benchmarks.Accuracy;

/// <summary>How well the detectors do: change points against annotators, cycles and warnings against seeded synthetic series.</summary>
internal static class AccuracyBenchmark
{
    internal static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals };

    public static int Run(string[] args)
    {
        if (args.Contains("--leave-one-out")) return LeaveOneOut.Run(args.Contains("--json"));
        var at = Array.IndexOf(args, "--series");
        var series = at >= 0 && at + 1 < args.Length && int.TryParse(args[at + 1], out var n) ? n : 100;
        var changes = AnnotatedSeries.Score();
        var cycles = SyntheticCycles.Score(series);
        if (args.Contains("--json"))
        {
            Console.WriteLine(JsonSerializer.Serialize(new { changes, cycles, seriesPerKind = series, firstSeed = SyntheticCycles.FirstSeed }, Indented));
            return 0;
        }
        AnnotatedSeries.Print(changes);
        SyntheticCycles.Print(cycles, series);
        return 0;
    }
}
