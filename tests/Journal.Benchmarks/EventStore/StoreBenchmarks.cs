using System.Globalization;
using System.Text.Json;

namespace Journal.Benchmarks.EventStore;

/// <summary>ops/bench store: the event store against raw prepared SQL, in one run and in turns.</summary>
internal static class StoreBenchmarks
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["--rebuild-memory", var connection, var schema])
            return await PeakMemory.RunChildAsync(connection, schema);
        var rounds = int.Parse(Option(args, "--rounds") ?? "7", CultureInfo.InvariantCulture);
        if (rounds < 5)
            throw new ArgumentException("A median wants at least 5 rounds.");
        var large = args.Contains("--large");
        await using var server = await BenchServer.StartAsync(large ? LargeRun.SharedBuffers : null);
        var results = large ? await LargeRun.RunAsync(server, args) : await DuelsAsync(server, rounds, Option(args, "--only"));
        var report = new { machine = Machine(), postgres = await server.AskAsync<string>("show server_version"), rounds, results };
        var json = JsonSerializer.Serialize(report, Indented);
        if (Option(args, "--json") is { } file)
            await File.WriteAllTextAsync(file, json);
        else
            Console.WriteLine(json);
        return 0;
    }

    private static async Task<object> DuelsAsync(BenchServer server, int rounds, string? only)
    {
        var (ours, _) = (await server.StoreAsync("ours"), await server.StoreAsync("raw"));
        await using var appends = new AppendDuels(ours, server.Db, server.CheckpointAsync);
        await using var reads = new ReadDuels(ours, server.Db, "ours");
        await reads.PrepareAsync();
        // What fills tables comes last: the server vacuums them behind the backs of those who read.
        List<Duel> duels = [.. reads.All(), .. await new RebuildDuels(server).PrepareAsync(), .. appends.All()];
        var results = new List<DuelResult>();
        Print("| work | ours/s | raw/s | ratio | target | |");
        Print("|---|---:|---:|---:|---:|---|");
        foreach (var duel in duels.Where(duel => only is null || duel.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            server.CloseIdle();
            var r = await duel.RunAsync(rounds);
            results.Add(r);
            Print(string.Create(CultureInfo.InvariantCulture, $"| {r.Name} | {r.Ours:N0} | {r.Raw:N0} | {r.Ratio:N2} | {r.Target:N2} | {(r.IsMet ? "met" : "missed")} |"));
        }
        var memory = only is null || "memory".Contains(only, StringComparison.OrdinalIgnoreCase) ? await PeakMemory.OfRebuildAsync(server) : null;
        return new { duels = results, memory };
    }

    public static string Machine() =>
        $"{Environment.ProcessorCount} cores, {System.Runtime.InteropServices.RuntimeInformation.OSDescription}, .NET {Environment.Version}";

    private static string? Option(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

    public static void Print(string line) => Console.Error.WriteLine(line);
}
