using System.Text.Json;
using Journal.Benchmarks.Measuring;

namespace Journal.Benchmarks.Store;

/// <summary>ops/bench store: what the journal makes of Marten against bare Marten and against SQL by hand, each pair in turns in one run.</summary>
internal static class StoreBenchmark
{
    private const int Fewest = 5;

    private static readonly (string Name, Func<BenchServer, IAsyncEnumerable<Duel>> Of)[] Rows =
    [
        ("append", Appending.Duels),
        ("practice", LongPractice.Duels),
        ("post", Posting.Duels),
        ("import", Importing.Duels),
        ("rebuild", Rebuilding.Duels),
        ("person", OneAmongMany.Duels),
        ("words", SealingWords.Duels),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = Math.Max(Fewest, Value(args, "--rounds") is { } text ? int.Parse(text, null) : 7);
        var only = Value(args, "--only")?.Split(',');
        Output.Print(Output.Machine());
        var results = new List<DuelResult>();
        foreach (var (name, of) in Rows.Where(row => only?.Contains(row.Name) != false))
        {
            await using var server = await BenchServer.StartAsync();
            await foreach (var duel in of(server))
            {
                var result = await (duel with { Settle = server.CheckpointAsync }).RunAsync(rounds);
                results.Add(result);
                Console.WriteLine(FormattableString.Invariant(
                    $"{name}: {result.Name}: {result.Ours:0} a second, peer {result.Raw:0}, ratio {result.Ratio:0.00} (target {result.Target:0.00}{(result.IsMet ? "" : ", missed")}); ours {result.OursLowest:0} to {result.OursHighest:0}, peer {result.RawLowest:0} to {result.RawHighest:0}"));
            }
        }

        if (Value(args, "--json") is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(results));
        return results.TrueForAll(result => result.IsMet) ? 0 : 1;
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
