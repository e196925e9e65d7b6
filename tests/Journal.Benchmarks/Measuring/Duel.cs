using System.Diagnostics;

namespace Journal.Benchmarks.Measuring;

/// <summary>One kind of work, done by the store and by raw prepared SQL.</summary>
/// <param name="Name">The row of the table.</param>
/// <param name="Target">The ratio to reach.</param>
/// <param name="Ours">Does the work; gives how many events it handled.</param>
/// <param name="Raw">Does the same minimal work by raw Npgsql.</param>
public sealed record Duel(string Name, double Target, Func<Task<int>> Ours, Func<Task<int>> Raw)
{
    /// <summary>Done before each side's turn and not measured, so that neither pays for what the other left to be written.</summary>
    public Func<Task> Settle { get; init; } = () => Task.CompletedTask;

    /// <summary>In turns, so that what else the machine does falls on both; who begins changes every round.</summary>
    public async Task<DuelResult> RunAsync(int rounds)
    {
        await Ours();
        await Raw();
        var (ours, raw) = (new double[rounds], new double[rounds]);
        for (var n = 0; n < rounds; n++)
            if (n % 2 == 0)
                (ours[n], raw[n]) = (await RateAsync(Ours), await RateAsync(Raw));
            else
                (raw[n], ours[n]) = (await RateAsync(Raw), await RateAsync(Ours));
        return new(Name, Median(ours), Median(raw), Median([.. ours.Zip(raw, (mine, theirs) => mine / theirs)]), Target, ours.Min(), ours.Max(), raw.Min(), raw.Max());
    }

    public static double Median(double[] values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }

    private async Task<double> RateAsync(Func<Task<int>> work)
    {
        await Settle();
        // What one side left behind is not the other side's bill.
        GC.Collect();
        var began = Stopwatch.GetTimestamp();
        var events = await work();
        return events / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}

/// <summary>Events a second: medians, the median of the ratios round by round, and the spread.</summary>
public sealed record DuelResult(
    string Name, double Ours, double Raw, double Ratio, double Target, double OursLowest, double OursHighest, double RawLowest, double RawHighest)
{
    public bool IsMet => Ratio >= Target;
}
