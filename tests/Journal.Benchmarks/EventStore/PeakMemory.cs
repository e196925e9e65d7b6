using System.Diagnostics;
using System.Globalization;
using Journal.EventStore;
using Journal.EventStore.Rebuilding;
using Npgsql;

namespace Journal.Benchmarks.EventStore;

/// <summary>Peak memory of a rebuild, measured from outside on a process that does nothing else.</summary>
internal static class PeakMemory
{
    /// <summary>Megabytes at the peak, and before the rebuild began.</summary>
    public static async Task<Peak> OfRebuildAsync(BenchServer server, string schema = "interleaved")
    {
        var program = Environment.ProcessPath!;
        var call = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. program.EndsWith("dotnet", StringComparison.Ordinal) ? [typeof(PeakMemory).Assembly.Location] : Array.Empty<string>(), "store", "--rebuild-memory", server.ConnectionString, schema])
            call.ArgumentList.Add(argument);
        using var child = Process.Start(call)!;
        var words = (await child.StandardOutput.ReadToEndAsync()).Split(' ');
        await child.WaitForExitAsync();
        var peak = new Peak(Number(words[0]), Number(words[1]), Number(words[2]));
        StoreBenchmarks.Print(string.Create(CultureInfo.InvariantCulture,
            $"rebuild of {schema}: peak {peak.PeakMegabytes:N0} MB, {peak.AboveRuntime:N0} MB above the runtime, {peak.EventsPerSecond:N0} events/s in a fresh process"));
        return peak;
    }

    public static async Task<int> RunChildAsync(string connection, string schema)
    {
        await using var db = NpgsqlDataSource.Create(connection);
        var store = new PostgresEventStore(db, Measurements.Catalog, new() { Schema = schema });
        await store.ReadPageAsync(0, 1, null, CancellationToken.None);
        var before = Resident();
        var began = Stopwatch.GetTimestamp();
        var last = await new ProjectionRebuilder(store).RebuildAsync([new Sums()], null, CancellationToken.None);
        var rate = last / Stopwatch.GetElapsedTime(began).TotalSeconds;
        using var self = Process.GetCurrentProcess();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{self.PeakWorkingSet64 / 1e6} {before} {rate}"));
        return 0;
    }

    private static double Resident()
    {
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64 / 1e6;
    }

    private static double Number(string word) => double.Parse(word, CultureInfo.InvariantCulture);
}

/// <summary>Megabytes of the process at its peak and before the work, and the rate.</summary>
public sealed record Peak(double PeakMegabytes, double RuntimeMegabytes, double EventsPerSecond)
{
    public double AboveRuntime => PeakMegabytes - RuntimeMegabytes;
}
