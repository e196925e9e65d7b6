namespace Journal.Analysis.Charts;

/// <summary>Two-sided cumulative sum chart: finds a small lasting shift soonest.</summary>
public static class Cusum
{
    /// <summary>The two sums after each sample.</summary>
    /// <param name="values">n samples, oldest first, unit u. NaN marks a missing one and adds nothing.</param>
    /// <param name="mean">The mean in control, in u.</param>
    /// <param name="sigma">Standard deviation of single samples in control, in u; above 0.</param>
    /// <param name="slack">Shift in standard deviations that is let pass; half the shift to be found, 0.5 is usual.</param>
    /// <param name="limit">The sum in standard deviations that signals; 4 to 5 is usual (about 168 and 465 samples between false signals).</param>
    /// <param name="rises">Receives n sums of what lies above the mean, at least 0, in standard deviations.</param>
    /// <param name="falls">Receives n sums of what lies below it, at least 0.</param>
    /// <returns>The first index at which a sum passes the limit; -1 when there is none. The sums go on without a reset.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A parameter lies outside its range.</exception>
    /// <remarks>Cost n, no allocation. Source: Page, Continuous inspection schemes (1954); run lengths in Montgomery, Introduction to Statistical Quality Control, ch. 9.</remarks>
    public static int Chart(ReadOnlySpan<double> values, double mean, double sigma, double slack, double limit, Span<double> rises, Span<double> falls)
    {
        if (sigma is not > 0) throw new ArgumentOutOfRangeException(nameof(sigma), sigma, "The standard deviation must be above 0.");
        if (slack is not >= 0) throw new ArgumentOutOfRangeException(nameof(slack), slack, "The slack is at least 0.");
        var (rise, fall, first) = (0.0, 0.0, -1);
        for (var i = 0; i < values.Length; i++)
        {
            var score = double.IsNaN(values[i]) ? double.NaN : (values[i] - mean) / sigma;
            if (!double.IsNaN(score)) (rise, fall) = (Math.Max(0, rise + score - slack), Math.Max(0, fall - score - slack));
            (rises[i], falls[i]) = (rise, fall);
            if (first < 0 && Math.Max(rise, fall) > limit) first = i;
        }
        return first;
    }
}
