namespace Journal.Reports.Alignment;

/// <summary>How one layer stands in one week.</summary>
/// <param name="Score">0 to 1; null when there is too little to say.</param>
/// <param name="N">How many records it rests on.</param>
/// <param name="Parts">The figures it is the mean of, by name; only those that are known.</param>
/// <param name="Missing">What would have to be recorded before there is a score; null where there is one.</param>
/// <param name="Events">The events it came from.</param>
public sealed record LayerScore(double? Score, int N, IReadOnlyDictionary<string, double> Parts, string? Missing, IReadOnlyList<Guid> Events)
{
    internal static LayerScore Insufficient(string missing) => new(null, 0, new SortedDictionary<string, double>(), missing, []);

    internal static LayerScore MeanOf(IEnumerable<(string Name, double? Value)> parts, int n, IEnumerable<Guid> events, string missing)
    {
        var known = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in parts)
        {
            if (value is { } score)
            {
                known.Add(name, Math.Round(score, 4));
            }
        }

        return known.Count == 0
            ? Insufficient(missing)
            : new(Math.Round(known.Values.Average(), 4), n, known, null, [.. events.Distinct()]);
    }
}
