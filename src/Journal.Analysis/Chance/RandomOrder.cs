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
    /// <param name="length">Known values in a block, at least 1; the last block may be shorter.</param>
    /// <param name="dice">Drawn from.</param>
    /// <remarks>Cost n, no allocation. Source: Fisher and Yates; Politis and Romano, A circular block-resampling procedure (1992), without replacement.</remarks>
    public ReadOnlySpan<double> Next(int length, ref SeededDice dice)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        var count = (values.Length + length - 1) / length;
        for (var b = 0; b < count; b++) blocks[b] = b;

        // Where blocks begin is drawn too: a circle has no first week.
        var turn = length == 1 || values.Length == 0 ? 0 : dice.Below(values.Length);
        var at = 0;
        for (var b = 0; b < count; b++)
        {
            var other = b + dice.Below(count - b);
            (blocks[b], blocks[other]) = (blocks[other], blocks[b]);
            var from = blocks[b] * length;
            var to = Math.Min(values.Length, from + length);
            for (var i = from; i < to; i++)
            {
                var source = i + turn;
                order[places[at++]] = values[source >= values.Length ? source - values.Length : source];
            }
        }
        return order;
    }
}
