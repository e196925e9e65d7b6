namespace Journal.Analysis.ChangePoints;

/// <summary>Segmentation into stretches of constant variance around a known, constant mean.</summary>
public static class VarianceShift
{
    private const int Least = 5;

    /// <summary>The first index of each new segment.</summary>
    /// <param name="values">n finite samples, oldest first, unit u.</param>
    /// <param name="mean">Their mean in u.</param>
    /// <param name="penalty">Cost of one change in units of -2 log likelihood, above 0; 3 ln n is a good start, the default for 0.</param>
    /// <returns>Changes, ascending; none for fewer than ten samples or a constant series.</returns>
    /// <exception cref="ArgumentException">A sample or the mean is not finite, or there are more than 20,000 samples.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="penalty"/> is negative or NaN.</exception>
    /// <remarks>
    /// Cost n^2 at worst, near n when changes are frequent; memory linear. A segment has at least five samples. Normal likelihood, so an outlier
    /// passes for a stretch of higher variance: clean the series first. Source: Killick et al. (2012), section 4.
    /// </remarks>
    public static int[] Segment(ReadOnlySpan<double> values, double mean, double penalty = 0)
    {
        if (penalty is not >= 0) throw new ArgumentOutOfRangeException(nameof(penalty), penalty, "The penalty is at least 0.");
        if (values.Length > 20_000) throw new ArgumentException("More than 20,000 samples take too long; thin the series first.", nameof(values));
        var n = values.Length;
        var squares = new double[n + 1];
        for (var t = 0; t < n; t++)
        {
            var off = values[t] - mean;
            if (!double.IsFinite(off)) throw new ArgumentException($"The value at position {t} is not finite.", nameof(values));
            squares[t + 1] = squares[t] + off * off;
        }
        if (n < 2 * Least || squares[n] == 0) return [];
        var work = new PartitionWork(n + 1);
        var count = PrunedPartition.Solve(new Cost(squares), n, penalty == 0 ? 3 * Math.Log(n) : penalty, Least, 1, work);
        return work.Changes[..count];
    }

    /// <summary>-2 log likelihood at the segment's own variance, kept above rounding error of the whole.</summary>
    private readonly ref struct Cost(ReadOnlySpan<double> squares) : ISegmentCost
    {
        private readonly ReadOnlySpan<double> squares = squares;
        private readonly double floor = 1e-9 * squares[^1] / squares.Length;

        public double Surplus => 0;

        public double Of(int from, int to)
        {
            double n = to - from;
            return n * Math.Log(Math.Max(floor, (squares[to] - squares[from]) / n));
        }
    }
}
