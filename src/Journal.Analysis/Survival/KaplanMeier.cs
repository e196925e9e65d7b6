namespace Journal.Analysis.Survival;

/// <summary>How long something takes when some of it has not happened yet.</summary>
/// <param name="Median">The time by which half has happened; null when the curve has not come down to one half.</param>
/// <param name="Low">Lower end of the median's 95 % interval; null when not reached.</param>
/// <param name="High">Upper end; null when not reached.</param>
/// <param name="Events">How many have happened.</param>
/// <param name="Censored">How many have not.</param>
public sealed record KaplanMeier(double? Median, double? Low, double? High, int Events, int Censored)
{
    /// <summary>Median by the product-limit estimate.</summary>
    /// <param name="times">n times waited so far, at least 0, any unit.</param>
    /// <param name="happened">For each: true when it happened then, false when it was still open (censored).</param>
    /// <returns>The median in the unit of <paramref name="times"/>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a time is negative or not finite.</exception>
    /// <remarks>
    /// Cost n log n, one copy. Something open at the same time as an event counts as at risk. The interval inverts the log-log transformed curve.
    /// Source: Kaplan and Meier, Nonparametric estimation from incomplete observations (1958); Brookmeyer and Crowley (1982).
    /// </remarks>
    public static KaplanMeier Of(ReadOnlySpan<double> times, ReadOnlySpan<bool> happened)
    {
        if (times.Length != happened.Length) throw new ArgumentException($"There are {times.Length} times for {happened.Length} outcomes.", nameof(happened));
        foreach (var time in times)
            if (!double.IsFinite(time) || time < 0) throw new ArgumentException($"A waiting time of {time} is not possible.", nameof(times));
        var (sorted, outcomes) = (times.ToArray(), happened.ToArray());
        Array.Sort(sorted, outcomes);

        double curve = 1, greenwood = 0;
        double? median = null, low = null, high = null;
        var events = 0;
        for (int i = 0, next; i < sorted.Length; i = next)
        {
            var deaths = 0;
            for (next = i; next < sorted.Length && sorted[next] == sorted[i]; next++)
                if (outcomes[next]) deaths++;
            if (deaths == 0) continue;
            events += deaths;
            double risk = sorted.Length - i;
            curve *= 1 - deaths / risk;
            greenwood += risk > deaths ? deaths / (risk * (risk - deaths)) : 0;
            var (lower, upper) = Band(curve, greenwood);
            if (lower <= 0.5) low ??= sorted[i];
            if (curve <= 0.5) median ??= sorted[i];
            if (upper <= 0.5) high ??= sorted[i];
        }
        return new(median, low, high, events, sorted.Length - events);
    }

    private static (double Lower, double Upper) Band(double curve, double greenwood)
    {
        if (curve <= 0) return (0, 0);
        if (curve >= 1) return (1, 1);
        var width = 1.959964 * Math.Sqrt(greenwood) / Math.Abs(Math.Log(curve));
        return (Math.Pow(curve, Math.Exp(width)), Math.Pow(curve, Math.Exp(-width)));
    }
}
