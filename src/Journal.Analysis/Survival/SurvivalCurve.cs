namespace Journal.Analysis.Survival;

/// <summary>What share is still there after each whole time, when some had not ended by the time they were last seen.</summary>
/// <remarks>Times are counted in whole units, such as weeks. Source: Kaplan and Meier (1958); the interval is the log-log transformed one with Greenwood's variance.</remarks>
public sealed class SurvivalCurve
{
    private readonly int[] ended, open;

    /// <param name="longest">The longest time that will be added; longer ones count as seen until then.</param>
    public SurvivalCurve(int longest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(longest);
        (ended, open) = (new int[longest + 1], new int[longest + 1]);
    }

    /// <summary>How many have ended.</summary>
    public int Ended { get; private set; }

    /// <summary>How many had not.</summary>
    public int Open { get; private set; }

    /// <summary>The longest time seen; -1 when there is none.</summary>
    public int Longest { get; private set; } = -1;

    /// <summary>Adds one.</summary>
    /// <param name="time">How long it lasted, or was seen to last.</param>
    /// <param name="hasEnded">False where it was still there then (censored).</param>
    public void Add(int time, bool hasEnded)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(time);
        if (time >= ended.Length) (time, hasEnded) = (ended.Length - 1, false);
        if (hasEnded) (ended[time], Ended) = (ended[time] + 1, Ended + 1);
        else (open[time], Open) = (open[time] + 1, Open + 1);
        Longest = Math.Max(Longest, time);
    }

    /// <summary>All of several curves together.</summary>
    public static SurvivalCurve Together(int longest, IEnumerable<SurvivalCurve> curves)
    {
        ArgumentNullException.ThrowIfNull(curves);
        var all = new SurvivalCurve(longest);
        foreach (var one in curves)
        {
            for (var t = 0; t <= one.Longest; t++)
            {
                all.ended[t] += one.ended[t];
                all.open[t] += one.open[t];
            }
            (all.Ended, all.Open, all.Longest) = (all.Ended + one.Ended, all.Open + one.Open, Math.Max(all.Longest, one.Longest));
        }
        return all;
    }

    /// <summary>Share still there after a time.</summary>
    public double At(int time) => Between(-1, time).Share;

    /// <summary>The time by which half have ended; null where the curve has not come down to one half.</summary>
    public int? Median
    {
        get
        {
            for (var t = 0; t <= Longest; t++)
                if (At(t) <= 0.5 + 1e-12) return t;
            return null;
        }
    }

    /// <summary>Those that had lasted to just before a time and were still watched.</summary>
    public int AtRisk(int time)
    {
        var risk = 0;
        for (var t = time; t <= Longest; t++) risk += ended[t] + open[t];
        return risk;
    }

    /// <summary>The chance to end at a time, having lasted until then: (d + 1/2) / (r + 1), which few cases cannot push to 0 or 1.</summary>
    public double Hazard(int time) => ((time <= Longest ? ended[time] : 0) + 0.5) / (AtRisk(time) + 1);

    /// <summary>The chance to end within some further time, having lasted so long, with its 95 % interval.</summary>
    /// <param name="lasted">So long.</param>
    /// <param name="further">The further time, at least 1.</param>
    /// <returns>Null where none was watched beyond <paramref name="lasted"/>.</returns>
    public (double Chance, double Low, double High, int AtRisk)? Within(int lasted, int further)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(further);
        var risk = AtRisk(lasted + 1);
        if (risk == 0) return null;
        var (share, variance) = Between(lasted, lasted + further);
        if (share is <= 0 or >= 1 || variance <= 0)
        {
            // Nobody, or everybody, did: the interval is that of so many cases of which none did (Wilson).
            var edge = 3.841459 / (risk + 3.841459);
            return share >= 0.5 ? (1 - share, 0, edge, risk) : (1 - share, 1 - edge, 1, risk);
        }
        var width = 1.959964 * Math.Sqrt(variance) / Math.Abs(Math.Log(share));
        return (1 - share, 1 - Math.Pow(share, Math.Exp(-width)), 1 - Math.Pow(share, Math.Exp(width)), risk);
    }

    private (double Share, double Variance) Between(int after, int until)
    {
        double share = 1, greenwood = 0;
        var risk = AtRisk(after + 1);
        for (var t = after + 1; t <= Math.Min(until, Longest); t++)
        {
            if (ended[t] > 0)
            {
                share *= 1 - (double)ended[t] / risk;
                greenwood += risk > ended[t] ? ended[t] / ((double)risk * (risk - ended[t])) : 0;
            }
            risk -= ended[t] + open[t];
        }
        return (share, greenwood);
    }
}
