namespace Journal.Analysis.ChangePoints;

/// <summary>Segmentation into stretches that are each a constant level or, where that pays, a straight line.</summary>
public static class TrendShift
{
    /// <summary>The first index of each new segment.</summary>
    /// <param name="values">n finite samples, oldest first, unit u.</param>
    /// <param name="sigma">Standard deviation of the noise in u, above 0.</param>
    /// <param name="penalty">Cost of one change in units of -2 log likelihood, above 0; 3 ln n is a good start.</param>
    /// <param name="slopeCost">Further cost of a segment with a slope; ln n is a good start, 0 makes every segment a line.</param>
    /// <returns>Changes, ascending.</returns>
    /// <exception cref="ArgumentException">A sample is not finite, or there are more than 20,000.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    /// <remarks>Exact, with pruning; cost n^2 at worst, memory linear. A segment has at least two samples.</remarks>
    public static int[] Segment(ReadOnlySpan<double> values, double sigma, double penalty, double slopeCost)
    {
        if (sigma is not > 0) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation must be above 0.");
        if (penalty is not > 0) throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "The penalty must be above 0.");
        if (slopeCost is not >= 0) throw new ArgumentOutOfRangeException(nameof(slopeCost), slopeCost, "The cost of a slope is at least 0.");
        if (values.Length > 20_000) throw new ArgumentException("More than 20,000 samples take too long; thin the series first.", nameof(values));
        var n = values.Length;
        if (n < 4) return [];
        double[] centred = new double[n], sum = new double[n + 1], weighted = new double[n + 1], squares = new double[n + 1];
        var mean = 0.0;
        for (var t = 0; t < n; t++)
        {
            if (!double.IsFinite(values[t])) throw new ArgumentException($"The value at position {t} is not finite.", nameof(values));
            mean += (values[t] - mean) / (t + 1);
        }
        for (var t = 0; t < n; t++) centred[t] = (values[t] - mean) / sigma;
        SegmentSums.Fill(centred, sum, weighted, squares);
        var work = new PartitionWork(n + 1);
        var count = PrunedPartition.Solve(new FlatOrLine(new SegmentSums(sum, weighted, squares), 1, slopeCost), n, penalty, 2, 1, work);
        return work.Changes[..count];
    }
}
