namespace Journal.Analysis.Chance;

/// <summary>Whether one series falls before another at each of several falls.</summary>
/// <remarks>
/// At each fall a series is lower from the first of two consecutive known positions, in a window around the fall, that lie more than one standard deviation
/// below its mean in the stretch before. One that does not fall in the window counts as falling at its end. Two positions, because one in six
/// values of any noise lies one standard deviation low.
/// </remarks>
public static class FallOrder
{
    /// <summary>The fewest falls that an order is told from.</summary>
    public const int FewestFalls = 4;

    private const int Before = 7, After = 3, LeastUsual = 3, Tied = Before + After + 1;

    /// <summary>How many positions earlier a series falls, on average.</summary>
    /// <param name="series">n values; NaN = unknown.</param>
    /// <param name="falls">Each fall: where the stretch before it began, and where the fall begins.</param>
    /// <param name="shift">By how much the series is turned, as a circle, before it is looked at.</param>
    /// <param name="when">Receives, for each fall, how much earlier than the fall; NaN where it cannot be told.</param>
    /// <returns>The mean over those that can be told; NaN where there are none.</returns>
    /// <remarks>Cost falls x stretch, no allocation.</remarks>
    public static double Lead(ReadOnlySpan<double> series, ReadOnlySpan<(int Onset, int Fall)> falls, int shift, Span<double> when)
    {
        var (mean, n) = (0.0, 0);
        for (var i = 0; i < falls.Length; i++)
        {
            when[i] = Lead(series, falls[i], shift);
            if (!double.IsNaN(when[i])) mean += (when[i] - mean) / ++n;
        }
        return n == 0 ? double.NaN : mean;
    }

    /// <summary>The probability that the series, turned against the falls by any other amount, falls before as many of them.</summary>
    /// <param name="series">n values; NaN = unknown.</param>
    /// <param name="falls">Each fall: where the stretch before it began, and where the fall begins.</param>
    /// <param name="cancel">Looked at for every turn.</param>
    /// <remarks>
    /// Cost n x falls x stretch, allocates once. Turning keeps the memory of the series and breaks its tie to the falls. Turned by less than the window it would be tied to them
    /// still, and lead by more the further it is turned: such turns say nothing, and that is why falls are counted and leads are not averaged.
    /// </remarks>
    public static double Probability(ReadOnlySpan<double> series, ReadOnlySpan<(int Onset, int Fall)> falls, CancellationToken cancel = default)
    {
        var when = new double[falls.Length];
        var seen = Led(series, falls, 0, when);
        if (double.IsNaN(seen)) return double.NaN;
        var (atLeast, all) = (1, 1);
        for (var shift = Tied; shift <= series.Length - Tied; shift++)
        {
            cancel.ThrowIfCancellationRequested();
            var other = Led(series, falls, shift, when);
            if (double.IsNaN(other)) continue;
            all++;
            if (other >= seen - 1e-12) atLeast++;
        }
        return (double)atLeast / all;
    }

    // The share of the falls that can be told which it falls before.
    private static double Led(ReadOnlySpan<double> series, ReadOnlySpan<(int Onset, int Fall)> falls, int shift, Span<double> when)
    {
        if (double.IsNaN(Lead(series, falls, shift, when))) return double.NaN;
        var (led, told) = (0, 0);
        foreach (var lead in when)
        {
            led += lead > 0 ? 1 : 0;
            told += double.IsNaN(lead) ? 0 : 1;
        }
        return (double)led / told;
    }

    /// <summary>The probability that one of several series is always the first to fall, when each is so equally often.</summary>
    public static double AlwaysFirst(int falls, int series) => Math.Pow(1.0 / series, falls);

    private static double Lead(ReadOnlySpan<double> series, (int Onset, int Fall) fall, int shift)
    {
        // The usual level is that of the stretch before the window where it is long enough, so that an early fall does not hide itself.
        var until = fall.Fall - Before - fall.Onset >= LeastUsual ? fall.Fall - Before : fall.Fall;
        double mean = 0, squares = 0;
        var n = 0;
        for (var t = fall.Onset; t < until; t++)
        {
            var value = series[(t + shift) % series.Length];
            if (double.IsNaN(value)) continue;
            var off = value - mean;
            mean += off / ++n;
            squares += off * (value - mean);
        }
        if (n < LeastUsual) return double.NaN;
        var limit = mean - Math.Max(Math.Sqrt(squares / (n - 1)), 0.05);
        var last = Math.Min(series.Length - 1, fall.Fall + After);
        var (before, known) = (false, 0);
        for (var t = Math.Max(fall.Onset, fall.Fall - Before); t <= last; t++)
        {
            var value = series[(t + shift) % series.Length];
            if (double.IsNaN(value))
            {
                before = false;
                continue;
            }
            known++;
            if (value < limit && before) return fall.Fall - (t - 1);
            before = value < limit;
        }
        return known < 2 ? double.NaN : -After - 1;
    }
}
