namespace Journal.Analysis.ChangePoints;

/// <summary>The segmentations of all views, and the one that agrees best with the others.</summary>
/// <param name="Changes">The chosen changes, ascending.</param>
/// <param name="Members">All segmentations the choice was made from.</param>
internal sealed record Consensus(int[] Changes, int[][] Members)
{
    /// <summary>How far apart two changes may lie and still be the same one.</summary>
    public const int Margin = 5;

    private const int Blocks = 400;

    /// <summary>Segments a complete series that is not constant.</summary>
    public static Consensus Of(ReadOnlySpan<double> values) => Of(values, ConsensusFamily.Default);

    /// <summary>As <see cref="Of(ReadOnlySpan{double})"/>, by another family.</summary>
    public static Consensus Of(ReadOnlySpan<double> values, ConsensusFamily family)
    {
        var variances = family.Variances;
        var n = values.Length;
        var stride = (n + Blocks - 1) / Blocks;
        var work = new PartitionWork((n + stride - 1) / stride + 1);
        double[] scores = new double[n], scratch = new double[n], sum = new double[n + 1], weighted = new double[n + 1], squares = new double[n + 1];
        var members = new int[SeriesViews.Count * variances.Length][];
        for (var view = 0; view < SeriesViews.Count; view++)
        {
            SeriesViews.Write(view, values, scores, scratch);
            SegmentSums.Fill(scores, sum, weighted, squares);
            var sums = new SegmentSums(sum, weighted, squares);
            for (var v = 0; v < variances.Length; v++)
                members[view * variances.Length + v] = Segment(sums, n, variances[v], family, stride, work);
        }
        return new(Choose(n, members), members);
    }

    private static int[] Segment(SegmentSums sums, int n, double variance, ConsensusFamily family, int stride, PartitionWork work)
    {
        var log = Math.Log(n);
        var cost = new FlatOrLine(sums, variance, family.SlopePerLog * log);
        var count = PrunedPartition.Solve(cost, n, family.PenaltyPerLog * log, Math.Min(family.Least, n), stride, work);
        // More changes than a person would ever mark mean that the model does not fit, not that all of them are real.
        if (count > Math.Max(family.Most, n / 40)) return [];
        var changes = work.Changes.AsSpan(0, count);
        if (stride > 1) Place(cost, n, stride, changes);
        return changes.ToArray();
    }

    /// <summary>Moves each change within its block to where the two segments beside it cost least.</summary>
    private static void Place(in FlatOrLine cost, int n, int stride, Span<int> changes)
    {
        for (var i = 0; i < changes.Length; i++)
        {
            int from = i == 0 ? 0 : changes[i - 1], to = i + 1 == changes.Length ? n : changes[i + 1];
            var (best, place) = (double.PositiveInfinity, changes[i]);
            for (var t = Math.Max(from + 2, changes[i] - stride); t <= Math.Min(to - 2, changes[i] + stride); t++)
            {
                var total = cost.Of(from, t) + cost.Of(t, to);
                if (total < best) (best, place) = (total, t);
            }
            changes[i] = place;
        }
    }

    private static int[] Choose(int n, int[][] members)
    {
        var (best, chosen) = (-1.0, members[0]);
        foreach (var candidate in members)
        {
            var agreement = 0.0;
            foreach (var other in members) agreement += Agreement.Of(n, candidate, other, Margin);
            if (agreement > best + 1e-9) (best, chosen) = (agreement, candidate);
        }
        return chosen;
    }
}
