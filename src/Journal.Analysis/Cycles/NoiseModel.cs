using Journal.Analysis.Scale;

namespace Journal.Analysis.Cycles;

/// <summary>What a daily series owes to weekdays, noise and single bad days, apart from its level.</summary>
internal sealed class NoiseModel
{
    public double[] Weekday { get; } = new double[7];
    public double Sigma { get; private set; }
    public double Rho { get; private set; } = 0.3;

    /// <summary>How much less a mean of neighbouring days is worth than one of independent days.</summary>
    public double Inflation { get; private set; } = 1;

    public void Learn(ReadOnlySpan<double> raw, ReadOnlySpan<double> level, int firstWeekday, double floor)
    {
        var residual = new double[raw.Length];
        for (var t = 0; t < raw.Length; t++) residual[t] = raw[t] - level[t];
        var scratch = new double[raw.Length];
        for (var pass = 0; pass < 2; pass++)
        {
            Sigma = Math.Max(floor, Spread(residual, firstWeekday, scratch));
            LearnWeekdays(residual, firstWeekday);
        }
        LearnMemory(residual, firstWeekday);
    }

    public double Clean(double raw, int weekday) => raw - Weekday[weekday];

    private double Spread(double[] residual, int first, double[] scratch)
    {
        var off = new double[residual.Length];
        for (var t = 0; t < off.Length; t++) off[t] = Math.Abs(residual[t] - Weekday[(first + t) % 7]);
        var mad = 1.4826 * Median.Of(off, scratch);
        var limit = mad > 0 ? 2.5 * mad : double.PositiveInfinity;
        double sum = 0; var n = 0;
        foreach (var o in off)
        {
            if (double.IsNaN(o)) continue;
            var c = Math.Min(o, limit);
            sum += c * c;
            n++;
        }
        return n == 0 ? 0 : Math.Sqrt(sum / n) * (mad > 0 ? 1.02 : 1);
    }

    private void LearnWeekdays(double[] residual, int first)
    {
        Span<double> sum = stackalloc double[7];
        Span<int> n = stackalloc int[7];
        sum.Clear(); n.Clear();
        for (var t = 0; t < residual.Length; t++)
        {
            if (double.IsNaN(residual[t])) continue;
            var w = (first + t) % 7;
            sum[w] += Math.Clamp(residual[t] - Weekday[w], -2 * Sigma, 2 * Sigma);
            n[w]++;
        }
        double mean = 0;
        for (var w = 0; w < 7; w++) { Weekday[w] += n[w] == 0 ? 0 : sum[w] / (n[w] + 4); mean += Weekday[w] / 7; }
        for (var w = 0; w < 7; w++) Weekday[w] -= mean;
    }

    private void LearnMemory(double[] residual, int first)
    {
        double cross = 0, square = 0; int pairs = 0, known = 0;
        var before = double.NaN;
        for (var t = 0; t < residual.Length; t++)
        {
            var r = Math.Clamp(residual[t] - Weekday[(first + t) % 7], -2.5 * Sigma, 2.5 * Sigma);
            if (!double.IsNaN(r))
            {
                known++;
                square += r * r;
                if (!double.IsNaN(before)) { cross += r * before; pairs++; }
            }
            before = r;
        }
        if (pairs >= 20 && square > 0) Rho = Math.Clamp(cross / pairs / (square / known), 0, 0.8);
        Inflation = 1 + 2 * Rho / (1 - Rho) * known / residual.Length;
    }
}
