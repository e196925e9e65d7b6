namespace Journal.Analysis.Chance;

/// <summary>Puts the known values of a series into another order; the unknown ones stay where they are.</summary>
/// <remarks>Orders of blocks keep neighbours together, so that the memory of a series from one value to the next is no surprise. One object a thread.</remarks>
public sealed class RandomOrder
{
    private readonly double[] values;
    private readonly int[] places, blocks;
    private readonly double[] order;

    /// <summary>Orders of a series.</summary>
    /// <param name="series">n values, oldest first; NaN = unknown.</param>
    public RandomOrder(ReadOnlySpan<double> series)
    {
        order = series.ToArray();
        var known = 0;
        foreach (var value in series)
            if (!double.IsNaN(value)) known++;
        (values, places, blocks) = (new double[known], new int[known], new int[known]);
        for (int i = 0, k = 0; i < series.Length; i++)
            if (!double.IsNaN(series[i])) (values[k], places[k++]) = (series[i], i);
    }

    /// <summary>The next order; good until the next one is asked for.</summary>
    /// <param name="length">Known values in a block, at least 1; what is left over at the end stays there.</param>
    /// <param name="dice">Drawn from.</param>
    /// <remarks>
    /// Cost n, no allocation. The same blocks every time, so that the person's own order is one of those drawn among: blocks cut anew for each order keep
    /// more of it than chance would, and hide what is unusual. Source: Fisher and Yates; Chung and Romano, Exact and asymptotically robust permutation tests (2013).
    /// </remarks>
    public ReadOnlySpan<double> Next(int length, ref SeededDice dice)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var count = values.Length / length;
        for (var b = 0; b < count; b++) blocks[b] = b;
        var at = 0;
        for (var b = 0; b < count; b++)
        {
            var other = b + dice.Below(count - b);
            (blocks[b], blocks[other]) = (blocks[other], blocks[b]);
            for (var i = blocks[b] * length; i < (blocks[b] + 1) * length; i++) order[places[at++]] = values[i];
        }
        for (; at < values.Length; at++) order[places[at]] = values[at];
        return order;
    }

    /// <summary>Correlation of the known values from one to the next; 0 where they are all alike.</summary>
    public double Memory
    {
        get
        {
            double mean = 0, cross = 0, squares = 0;
            for (var i = 0; i < values.Length; i++) mean += (values[i] - mean) / (i + 1);
            for (var i = 0; i < values.Length; i++)
            {
                squares += (values[i] - mean) * (values[i] - mean);
                if (i > 0) cross += (values[i] - mean) * (values[i - 1] - mean);
            }
            return squares > 0 ? cross / squares : 0;
        }
    }
}
