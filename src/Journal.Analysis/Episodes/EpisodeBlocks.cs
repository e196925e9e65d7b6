namespace Journal.Analysis.Episodes;

/// <summary>Cuts a long series into stretches that are fitted on their own, each with what lies around it, so that cost and memory stay linear.</summary>
internal static class EpisodeBlocks
{
    public const int Length = 1461, Before = 365, After = 200;

    /// <summary>Each stretch [From, To) that answers come from, and the window [Start, End) they are sought in.</summary>
    public static IEnumerable<(int From, int To, int Start, int End)> Of(int days)
    {
        for (var from = 0; from < days; from += Length)
        {
            // A short remainder belongs to the last whole stretch.
            var last = days - from < 2 * Length;
            var to = last ? days : from + Length;
            yield return (from, to, Math.Max(0, from - Before), Math.Min(days, to + After));
            if (last) yield break;
        }
    }
}
