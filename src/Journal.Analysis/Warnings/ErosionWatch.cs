using Journal.Analysis.Cycles;
using Journal.Analysis.Scale;

namespace Journal.Analysis.Warnings;

/// <summary>Warns, day by day, that a rise has begun to erode, from what was known on that day.</summary>
/// <remarks>
/// A generalised CUSUM: each day the evidence that the top still holds is set against the evidence that it is being left, by the same model
/// that <see cref="CycleDetector"/> fits afterwards. Noise, weekdays and levels are learned anew from the days before at day 42 and whenever a quarter more is known.
/// Source for the principle: Lorden, Procedures for reacting to a change in distribution (1971).
/// </remarks>
internal static class ErosionWatch
{
    private const double Threshold = 7, Confirmed = 16;
    private const double RisePrice = 13, ShiftPrice = 22, Armed = 3, Calm = 3, CapShare = 0.85;
    private const int FirstDay = 42, LeastStep = 14;
    private const double Growth = 1.25;

    /// <summary>The days on which a warning is given. Cutting the series later never changes an earlier one.</summary>
    /// <param name="raw">One value a day; NaN = missing.</param>
    /// <param name="firstWeekday">Weekday of the first day, 0 to 6.</param>
    public static List<int> Days(double[] raw, int firstWeekday)
    {
        var warnings = new List<int>();
        // Long series are watched in stretches at fixed places, each with a year before it to learn from.
        for (var from = 0; from < raw.Length; from += EpisodeBlocks.Length)
        {
            var start = Math.Max(0, from - EpisodeBlocks.Before);
            var window = raw[start..Math.Min(raw.Length, from + EpisodeBlocks.Length)];
            foreach (var day in Stretch(window, (firstWeekday + start) % 7))
                if (day + start >= from) warnings.Add(day + start);
        }
        return warnings;
    }

    private static List<int> Stretch(double[] raw, int firstWeekday)
    {
        var warnings = new List<int>();
        var alarm = new Alarm();
        for (int known = FirstDay, next; known < raw.Length; known = next)
        {
            next = Math.Min(raw.Length, Math.Max(known + LeastStep, (int)(known * Growth)));
            var prefix = raw[..known];
            if (prefix.Count(double.IsFinite) < CycleDetector.Fewest || prefix.Where(double.IsFinite).Distinct().Take(2).Count() < 2) continue;
            Watch(EpisodeFit.Of(prefix, firstWeekday, rounds: 2, weighed: false), raw.AsSpan(0, next), firstWeekday, alarm, warnings);
        }
        return warnings;
    }

    private static void Watch(EpisodeFit fit, ReadOnlySpan<double> raw, int firstWeekday, Alarm alarm, List<int> warnings)
    {
        double[] values = new double[raw.Length], weights = new double[raw.Length], scratch = new double[7];
        fit.Clean.CopyTo(values, 0);
        fit.Weights.CopyTo(weights, 0);
        var search = new EpisodeSearch(values, weights, fit.Grid, fit.Costs with { Cycle = RisePrice, Shift = ShiftPrice, Cap = fit.Costs.Cap * CapShare }, fit.LeastGain);
        for (var t = 0; t <= fit.Clean.Length; t++) search.Advance(t);
        for (var t = fit.Clean.Length; t < raw.Length; t++)
        {
            values[t] = raw[t] - fit.Noise.Weekday[(firstWeekday + t) % 7] - fit.Trend.At(t);
            weights[t] = double.IsNaN(raw[t]) ? 0 : fit.Noise.Weight;
            var near = Median.Of(values.AsSpan(t - 6, 7), scratch);
            values[t] = Math.Clamp(values[t], near - NoiseModel.Clip * fit.Noise.Sigma, near + NoiseModel.Clip * fit.Noise.Sigma);
            search.Advance(t + 1);
            if (weights[t] == 0) continue;
            var (low, top) = search.Standing(t + 1);
            if (alarm.Listens(low, top) && alarm.Rings(low, top, search.Falling(t + 1))) warnings.Add(t);
        }
    }

    /// <summary>Armed while the top is the best account of the days so far; rings when it is left, and once more when that is beyond doubt.</summary>
    private sealed class Alarm
    {
        private int calm;
        private double limit = double.PositiveInfinity;

        /// <summary>False where no fall could change anything.</summary>
        public bool Listens(double low, double top)
        {
            if (low - top >= Armed || !double.IsInfinity(limit)) return true;
            calm = 0;
            return false;
        }

        public bool Rings(double low, double top, double falling)
        {
            calm = low - top >= Armed && top - falling < Calm ? calm + 1 : 0;
            if (calm >= 2) limit = Threshold;
            if (double.IsInfinity(limit) || top - Math.Min(low, falling) < limit) return false;
            limit = limit < Confirmed ? Confirmed : double.PositiveInfinity;
            return true;
        }
    }
}
