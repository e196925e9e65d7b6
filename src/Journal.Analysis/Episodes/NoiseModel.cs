using Journal.Analysis.Scale;

namespace Journal.Analysis.Episodes;

/// <summary>What a daily series owes to weekdays and noise, apart from its level.</summary>
internal sealed class NoiseModel
{
    /// <summary>How many standard deviations a day may be off the median around it; what is beyond counts as this much.</summary>
    public const double Clip = 2.5;

    private const double DayLimit = 2.3, PriorDays = 4;
    private const int FewestPairs = 20;

    public double[] Weekday { get; } = new double[7];

    /// <summary>Standard deviation of single days, outliers bounded.</summary>
    public double Sigma { get; private set; }

    /// <summary>How many times wider the variance of a mean is than for independent days, by the memory of the noise.</summary>
    public double Inflation { get; private set; } = 1;

    /// <summary>What one squared error counts.</summary>
    public double Weight => 1 / (Sigma * Sigma * Inflation);

    /// <summary>Correlation of the noise from one day to the next.</summary>
    public double Memory { get; private set; } = 0.3;

    /// <summary>The most one day may cost, so that a few bad days are no fall.</summary>
    public static double Cap(double inflation) => DayLimit * DayLimit / inflation;

    /// <summary>Learns from what a level leaves over.</summary>
    public void Learn(ReadOnlySpan<double> raw, ReadOnlySpan<double> level, int firstWeekday, double floor)
    {
        var rest = new double[raw.Length];
        var scratch = new double[raw.Length];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var t = 0; t < raw.Length; t++) rest[t] = raw[t] - level[t] - Weekday[(firstWeekday + t) % 7];
            Sigma = Math.Max(floor, Spread(rest, scratch));
            LearnWeekdays(rest, firstWeekday);
        }
        for (var t = 0; t < raw.Length; t++) rest[t] = raw[t] - level[t] - Weekday[(firstWeekday + t) % 7];
        LearnMemory(rest);
    }

    private static double Spread(double[] rest, double[] scratch)
    {
        var off = new double[rest.Length];
        for (var t = 0; t < rest.Length; t++) off[t] = Math.Abs(rest[t]);
        var deviation = 1.4826 * Median.Of(off, scratch);
        // An ordinal series may have most of its days on one level: then nothing is bounded.
        var limit = deviation > 0 ? 2.5 * deviation : double.PositiveInfinity;
        double squares = 0;
        var known = 0;
        foreach (var o in off)
        {
            if (double.IsNaN(o)) continue;
            squares += Math.Min(o, limit) * Math.Min(o, limit);
            known++;
        }
        return known == 0 ? 0 : Math.Sqrt(squares / known);
    }

    private void LearnWeekdays(double[] rest, int first)
    {
        Span<double> sum = stackalloc double[7], count = stackalloc double[7];
        sum.Clear();
        count.Clear();
        for (var t = 0; t < rest.Length; t++)
        {
            if (double.IsNaN(rest[t])) continue;
            sum[(first + t) % 7] += Math.Clamp(rest[t], -2 * Sigma, 2 * Sigma);
            count[(first + t) % 7]++;
        }
        var mean = 0.0;
        for (var w = 0; w < 7; w++)
        {
            Weekday[w] += sum[w] / (count[w] + PriorDays);
            mean += Weekday[w] / 7;
        }
        for (var w = 0; w < 7; w++) Weekday[w] -= mean;
    }

    private void LearnMemory(double[] rest)
    {
        double cross = 0, squares = 0, before = double.NaN;
        int pairs = 0, known = 0;
        foreach (var r in rest)
        {
            var bounded = Math.Clamp(r, -Clip * Sigma, Clip * Sigma);
            if (!double.IsNaN(bounded))
            {
                known++;
                squares += bounded * bounded;
                if (!double.IsNaN(before)) (cross, pairs) = (cross + bounded * before, pairs + 1);
            }
            before = bounded;
        }
        if (pairs >= FewestPairs && squares > 0) Memory = Math.Clamp(cross / pairs / (squares / known), 0, 0.8);
        Inflation = 1 + 2 * Memory / (1 - Memory) * known / rest.Length;
    }
}
