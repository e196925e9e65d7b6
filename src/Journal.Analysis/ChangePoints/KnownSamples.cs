namespace Journal.Analysis.ChangePoints;

/// <summary>The samples of a series that are not missing, and where each stood.</summary>
internal sealed record KnownSamples(double[] Values, int[] Positions)
{
    public bool IsConstant => Array.TrueForAll(Values, v => v == Values[0]);

    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static KnownSamples Of(ReadOnlySpan<double> values)
    {
        var count = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i])) throw new ArgumentException($"The value at position {i} is infinite.", nameof(values));
            if (!double.IsNaN(values[i])) count++;
        }
        var (known, positions) = (new double[count], new int[count]);
        for (int i = 0, k = 0; i < values.Length; i++)
            if (!double.IsNaN(values[i])) (known[k], positions[k++]) = (values[i], i);
        return new(known, positions);
    }
}
