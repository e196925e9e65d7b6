using Journal.Analysis.Cycles;
using Journal.Analysis.Scale;

namespace Journal.Analysis.Warnings;

/// <summary>Prototype.</summary>
internal static class ErosionWatch
{
    public static double Threshold = 8, Growth = 1.25; [ThreadStatic] public static Action<int,double,double,double,bool>? Trace; public static int First=42, Rearm = 2; public static double UpPrice = 13, Arm = 4, ShiftPrice = 22;

    public static List<int> Days(double[] raw, int firstWeekday)
    {
        var found = new List<int>();
        var armed = false; var up = 0;
        for (int from = First, to; from < raw.Length; from = to)
        {
            to = Math.Min(raw.Length, Math.Max(from + 14, (int)(from * Growth)));
            var prefix = raw[..from];
            EpisodeFit.Fit(prefix, firstWeekday, 2);
            var m = EpisodeFit.Last!;
            var values = new double[to]; var weights = new double[to];
            m.Clean.CopyTo(values, 0); m.Weights.CopyTo(weights, 0);
            var w = 1 / (m.Noise.Sigma * m.Noise.Sigma * m.Noise.Inflation);
            var search = new EpisodeSearch(values, weights, m.Grid, m.Costs with { Cycle = UpPrice, Shift = ShiftPrice }, m.MinGain);
            for (var t = 0; t <= from; t++) search.Advance(t);
            var scratch = new double[16];
            for (var t = from; t < to; t++)
            {
                values[t] = raw[t] - m.Noise.Weekday[(firstWeekday + t) % 7] - m.Trend * (t - from / 2);
                weights[t] = double.IsNaN(raw[t]) ? 0 : w;
                var near = Median.Of(values.AsSpan(Math.Max(0, t - 6), Math.Min(7, t + 1)), scratch);
                values[t] = Math.Clamp(values[t], near - EpisodeFit.ClipAt * m.Noise.Sigma, near + EpisodeFit.ClipAt * m.Noise.Sigma);
                search.Advance(t + 1);
                if (weights[t] == 0) continue; Trace?.Invoke(t, search.Standing(t+1).Baseline, search.Standing(t+1).Top, search.Falling(t+1), armed);
                var (low, high) = search.Standing(t + 1);
                var fall = search.Falling(t + 1);
                if (low - high >= Arm && high - fall < 3) { if (++up >= Rearm) armed = true; } else up = 0;
                if (armed && high - Math.Min(low, fall) >= Threshold) { found.Add(t); armed = false; }
            }
        }
        return found;
    }
}
