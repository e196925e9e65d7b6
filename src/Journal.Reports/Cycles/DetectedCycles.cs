using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Journal.Analysis.Cycles;

namespace Journal.Reports.Cycles;

/// <summary>What the statistical detector found, by the days it was shown: the same days are searched once, however often they are asked for.</summary>
/// <remarks>A search takes 0.1 to 0.4 ms a day, which is why it is kept; a practice's days change with its own records only, or with the last day asked for.</remarks>
internal sealed class DetectedCycles
{
    private const int Kept = 64;
    private readonly ConcurrentDictionary<string, Lazy<CycleReport>> found = [];

    public CycleReport Of(DateOnly first, double[] values)
    {
        if (found.Count >= Kept)
            found.Clear();
        return found.GetOrAdd(Key(first, values), _ => new(() => CycleDetector.Detect([.. Enumerable.Range(0, values.Length).Select(first.AddDays)], values))).Value;
    }

    private static string Key(DateOnly first, double[] values) => $"{first:O} {Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<double>(values)))}";
}
