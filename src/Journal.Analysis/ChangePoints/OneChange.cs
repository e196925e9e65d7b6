namespace Journal.Analysis.ChangePoints;

/// <summary>Whether anything changed at all: the one split of a series that explains most.</summary>
/// <param name="Index">First position of the second part.</param>
/// <param name="F">Variance between the parts against what is left in them, widened by the memory of what is left.</param>
/// <param name="Left">Sum of squares left in the parts.</param>
/// <param name="Between">Sum of squares between them.</param>
public readonly record struct OneChange(int Index, double F, double Left, double Between)
{
    /// <summary>Exceeded by chance in 5 % of series in which nothing changes.</summary>
    public const double Limit = 8.85;

    /// <summary>Exceeded in 1 %.</summary>
    public const double StrictLimit = 12.4;

    private const double Trim = 0.15, MostMemory = 0.8;

    /// <summary>F if the values had no memory.</summary>
    public double WithoutMemory { get; init; }

    /// <summary>Sum of squares left around one straight line through all values.</summary>
    public double LeftByLine { get; init; }

    /// <summary>Whether something changed, with one error in twenty.</summary>
    public bool Changed => F > Limit;

    /// <summary>Whether, with one error in a hundred, the level changed, and the split leaves less than a steady trend would.</summary>
    public bool IsStep => F > StrictLimit && Left < LeftByLine;

    /// <summary>The split with the largest F, no nearer than 15 % to either end.</summary>
    /// <param name="values">n known values, oldest first, any unit; at least 6.</param>
    /// <exception cref="ArgumentException">There are too few values.</exception>
    /// <remarks>Cost n, no allocation. Source: Andrews, Tests for parameter instability and structural change with unknown change point (1993), with a long-run variance by the lag-1 correlation of the residuals (0 to 0.8).</remarks>
    public static OneChange Of(ReadOnlySpan<double> values)
    {
        if (values.Length < ChangePointDetector.Fewest) throw new ArgumentException($"{ChangePointDetector.Fewest} values are needed.", nameof(values));
        var n = values.Length;
        double mean = 0, squares = 0, tilt = 0;
        for (var t = 0; t < n; t++)
        {
            var off = values[t] - mean;
            mean += off / (t + 1);
            squares += off * (values[t] - mean);
        }
        for (var t = 0; t < n; t++) tilt += (t - (n - 1) * 0.5) * (values[t] - mean);
        // Below rounding error a spread is none.
        if (squares <= n * 1e-24 * mean * mean) return new(0, 0, 0, 0);
        var byLine = squares - 12 * tilt * tilt / (n * ((double)n * n - 1));
        var edge = Math.Max(1, (int)Math.Ceiling(Trim * n));
        double sum = 0, between = 0;
        var index = edge;
        for (var t = 1; t <= n - edge; t++)
        {
            sum += values[t - 1] - mean;
            if (t < edge) continue;
            var here = sum * sum * n / ((double)t * (n - t));
            if (here > between) (between, index) = (here, t);
        }
        var left = Math.Max(0, squares - between);
        if (left <= 1e-12 * squares) return new(index, squares > 0 ? double.PositiveInfinity : 0, left, between) { WithoutMemory = squares > 0 ? double.PositiveInfinity : 0, LeftByLine = byLine };
        var memory = Math.Clamp(Memory(values, index) / left, 0, MostMemory);
        var plain = between / (left / (n - 2));
        return new(index, plain * (1 - memory) / (1 + memory), left, between) { WithoutMemory = plain, LeftByLine = byLine };
    }

    private static double Memory(ReadOnlySpan<double> values, int index)
    {
        double first = 0, second = 0, cross = 0;
        for (var t = 0; t < index; t++) first += (values[t] - first) / (t + 1);
        for (var t = index; t < values.Length; t++) second += (values[t] - second) / (t - index + 1);
        for (var t = 1; t < values.Length; t++) cross += (values[t] - (t < index ? first : second)) * (values[t - 1] - (t - 1 < index ? first : second));
        return cross;
    }
}
