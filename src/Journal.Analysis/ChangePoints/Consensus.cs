namespace Journal.Analysis.ChangePoints;

/// <summary>The segmentations of all views, and the one that agrees best with the others.</summary>
/// <param name="Changes">The chosen changes, ascending.</param>
/// <param name="Members">All segmentations the choice was made from.</param>
/// <param name="Weights">What each counts, 0 to 1: the less, the more noise its own fit leaves than it assumed.</param>
internal sealed record Consensus(int[] Changes, int[][] Members, double[] Weights)
{
    /// <summary>What the chosen one counts.</summary>
    public double Weight => Members.Zip(Weights).Where(member => member.First.AsSpan().SequenceEqual(Changes)).Select(member => member.Second).DefaultIfEmpty(0).Max();

    /// <summary>How far apart two changes may lie and still be the same one.</summary>
    public const int Margin = 5;

    /// <summary>Up to so many samples every place is tried; in longer series every second, third and so on, and then all places beside those found.</summary>
    private const int Exact = 2500;

    /// <summary>Segments a complete series that is not constant.</summary>
    public static Consensus Of(ReadOnlySpan<double> values, CancellationToken cancel = default) => Of(values, ConsensusFamily.Default, cancel);

    /// <summary>As <see cref="Of(ReadOnlySpan{double}, CancellationToken)"/>, by another family.</summary>
    public static Consensus Of(ReadOnlySpan<double> values, ConsensusFamily family, CancellationToken cancel = default)
    {
        var (variances, n) = (family.Variances, values.Length);
        var stride = (n + Exact - 1) / Exact;
        var partition = new FamilyPartition((n + stride - 1) / stride + 1, variances, Math.Log(n) * family.PenaltyPerLog, Math.Log(n) * family.SlopePerLog, family.Least);
        double[] scores = new double[n], scratch = new double[n], sum = new double[n + 1], weighted = new double[n + 1], squares = new double[n + 1];
        double[]? raw = null;
        var (members, weights) = (new int[SeriesViews.Count * variances.Length][], new double[SeriesViews.Count * variances.Length]);
        for (var view = 0; view < SeriesViews.Count; view++)
        {
            SeriesViews.Write(view, values, scores, scratch, cancel);
            var first = view * variances.Length;
            if (raw is not null && scores.AsSpan().SequenceEqual(raw))
            {
                // A view that shows the same has the same answers; they count again, as they would had they been sought again.
                Array.Copy(members, 0, members, first, variances.Length);
                Array.Copy(weights, 0, weights, first, variances.Length);
                continue;
            }
            SegmentSums.Fill(scores, sum, weighted, squares);
            var sums = new SegmentSums(sum, weighted, squares);
            partition.Solve(sums, n, stride, cancel);
            for (var v = 0; v < variances.Length; v++)
            {
                cancel.ThrowIfCancellationRequested();
                members[first + v] = Member(sums, n, v, family, stride, partition);
                weights[first + v] = family.Weighted ? MemberFit.Honesty(sums, scores, members[first + v], variances[v], family.SlopePerLog * Math.Log(n)) : 1;
            }
            raw ??= [.. scores];
        }
        return new(Choose(n, members, weights), members, weights);
    }

    private static int[] Member(SegmentSums sums, int n, int variance, ConsensusFamily family, int stride, FamilyPartition partition)
    {
        var changes = partition.Changes(variance, stride);
        // More changes than a person would ever mark mean that the model does not fit, not that all of them are real.
        if (changes.Length > Math.Max(family.Most, n / 40)) return [];
        if (stride > 1) Place(new FlatOrLine(sums, family.Variances[variance], family.SlopePerLog * Math.Log(n)), n, stride, changes);
        return changes;
    }

    /// <summary>Moves each change to where the two segments beside it cost least, twice, since each moves the segments of its neighbours.</summary>
    private static void Place(in FlatOrLine cost, int n, int stride, Span<int> changes)
    {
        for (var round = 0; round < 2; round++)
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
    }

    private static int[] Choose(int n, int[][] members, double[] weights)
    {
        var (best, chosen) = (-1.0, members[0]);
        for (var c = 0; c < members.Length; c++)
        {
            var agreement = 0.0;
            for (var m = 0; m < members.Length; m++)
                if (weights[m] > 1e-3) agreement += weights[m] * Agreement.Of(n, members[c], members[m], Margin);
            agreement *= weights[c];
            if (agreement > best + 1e-9) (best, chosen) = (agreement, members[c]);
        }
        return chosen;
    }
}
