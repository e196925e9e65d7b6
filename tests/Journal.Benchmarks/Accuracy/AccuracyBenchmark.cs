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
        if (args.Contains("--people"))
        {
            NullPeople.Print(NullPeople.Score(args.Contains("--quick") ? 100 : 400));
            return 0;
        }
        if (args.Contains("--power"))
        {
            PowerTable.Print(PowerTable.Score());
            return 0;
        }
        if (args.Contains("--order"))
        {
            LayerOrder.Print(LayerOrder.Score());
            return 0;
        }
        var changes = AnnotatedSeries.Score();
        var power = PowerTable.Score();
        var people = NullPeople.Score(200);
        var order = LayerOrder.Score();
        var cycles = SyntheticCycles.Score(series);
        if (args.Contains("--json"))
        {
            Console.WriteLine(JsonSerializer.Serialize(new { changes, power, people, order, cycles, seriesPerKind = series, firstSeed = SyntheticCycles.FirstSeed }, Indented));
            return 0;
        }
        AnnotatedSeries.Print(changes);
        PowerTable.Print(power);
        NullPeople.Print(people);
        LayerOrder.Print(order);
        SyntheticCycles.Print(cycles, series);
        return 0;
    }
}
