using Journal.Analysis.Episodes;
using Journal.Analysis.Scale;

namespace Journal.Analysis.Warnings;

/// <summary>Warns, day by day, that a rise has begun to erode, from what was known on that day.</summary>
/// <remarks>
/// The model of episodes run forward tells which plateau the series stands on; from then on <see cref="FallOdds"/> follows it.
/// Noise, weekdays and levels are learned anew from the days before at day 42 and whenever a quarter more is known, a half more after a year.
/// </remarks>
internal sealed class ErosionWatch(EpisodeWork work)
{
    private const double RisePrice = 13, ShiftPrice = 22, CapShare = 0.85;
    private const double OnTop = 3, OnTopAgain = -2, StillOnTop = -7, Gone = -20, LeastMemory = 0.3, ClearGain = 4;
    private const int FirstDay = 42, LeastStep = 14, Remembered = 2 * FallOdds.Reach;
    private const double Growth = 1.25, GrowthAfterAYear = 1.5;

    private readonly FallOdds odds = new();
    private readonly ErosionAlarm alarm = new();
    private readonly List<int> warnings = [];
    private (int Peak, double Ground, double Top) plateau;
    private bool followed;
    private double onTop;

    /// <summary>The days on which a warning is given. Cutting the series later never changes an earlier one.</summary>
    /// <param name="raw">One value a day; NaN = missing.</param>
    /// <param name="firstWeekday">Weekday of the first day, 0 to 6.</param>
    /// <param name="work">Memory to search in.</param>
    public static List<int> Days(double[] raw, int firstWeekday, EpisodeWork work)
    {
        var warnings = new List<int>();
        // Long series are watched in stretches at fixed places, each with a year before it to learn from.
        for (var from = 0; from < raw.Length; from += EpisodeBlocks.Length)
        {
            var start = Math.Max(0, from - EpisodeBlocks.Before);
            var watch = new ErosionWatch(work);
            watch.Stretch(raw[start..Math.Min(raw.Length, from + EpisodeBlocks.Length)], (firstWeekday + start) % 7);
            foreach (var day in watch.warnings)
                if (day + start >= from) warnings.Add(day + start);
        }
        return warnings;
    }

    private void Stretch(double[] raw, int firstWeekday)
    {
        for (int known = FirstDay, next; known < raw.Length; known = next)
        {
            next = Math.Min(raw.Length, Math.Max(known + LeastStep, (int)(known * (known < 365 ? Growth : GrowthAfterAYear))));
            var prefix = raw[..known];
            if (!EpisodeFit.Can(prefix)) continue;
            Watch(EpisodeFit.Of(prefix, firstWeekday, rounds: 2, work, weighed: false), raw.AsSpan(0, next), firstWeekday);
        }
    }

    private void Watch(EpisodeFit fit, ReadOnlySpan<double> raw, int firstWeekday)
    {
        var known = fit.Clean.Length;
        double[] bounded = new double[raw.Length], weights = new double[raw.Length], clean = new double[raw.Length], scratch = new double[7];
        fit.Clean.CopyTo(bounded, 0);
        fit.Weights.CopyTo(weights, 0);
        for (var t = 0; t < raw.Length; t++) clean[t] = raw[t] - fit.Noise.Weekday[(firstWeekday + t) % 7] - fit.Trend.At(t);
        var search = new EpisodeSearch(bounded, weights, fit.Grid, fit.Costs with { Cycle = RisePrice, Shift = ShiftPrice, Cap = fit.Costs.Cap * CapShare }, fit.LeastGain, work);
        for (var t = 0; t <= known; t++) search.Advance(t);
        followed = false;
        onTop = fit.Episodes.Exists(e => e.Kind == EpisodeKind.Cycle) ? OnTopAgain : OnTop;
        for (var t = known; t < raw.Length; t++)
        {
            bounded[t] = clean[t];
            weights[t] = double.IsNaN(raw[t]) ? 0 : fit.Noise.Weight;
            var near = Median.Of(bounded.AsSpan(t - 6, 7), scratch);
            bounded[t] = Math.Clamp(bounded[t], near - NoiseModel.Clip * fit.Noise.Sigma, near + NoiseModel.Clip * fit.Noise.Sigma);
            search.Advance(t + 1);
            Follow(t, clean, search, fit.Noise);
        }
    }

    /// <summary>Warns where the odds of a fall from the plateau say so. A plateau that has been watched is not dropped because the model takes it for a new baseline.</summary>
    private void Follow(int t, double[] clean, EpisodeSearch search, NoiseModel noise)
    {
        if (double.IsNaN(clean[t]))
        {
            if (followed) odds.Add(t, double.NaN);
            return;
        }
        var (low, top) = search.Standing(t + 1);
        var lead = low - top;
        var standing = lead >= (alarm.Armed ? StillOnTop : onTop);
        if (!standing && !alarm.Armed)
        {
            alarm.Forget();
            followed = false;
            return;
        }
        Place(t, standing ? search.Plateau(t + 1) : plateau, clean, noise);
        odds.Add(t, clean[t]);
        var logOdds = odds.LogOdds() + Clarity(noise.Sigma);
        // What has been told and has come down needs no second word.
        if (lead < Gone && alarm.Told && logOdds > 0) alarm.Forget();
        else if (alarm.Rings(logOdds)) warnings.Add(t);
    }

    /// <summary>The odds take levels and noise as known, which they are the less the lower the plateau; a high one is believed sooner.</summary>
    private double Clarity(double sigma) => Math.Log(Math.Max(1, (plateau.Top - plateau.Ground) / (ClearGain * sigma)));

    /// <summary>Brings the odds up to the day before t, from the start of the plateau if that has moved.</summary>
    private void Place(int t, (int Peak, double Ground, double Top) now, double[] clean, NoiseModel noise)
    {
        if (followed && now.Peak == plateau.Peak) return;
        (plateau, followed) = (now, true);
        var from = Math.Max(plateau.Peak, t - Remembered);
        odds.Begin(from, plateau.Ground, plateau.Top, noise.Sigma, Math.Max(LeastMemory, noise.Memory));
        for (var u = from; u < t; u++) odds.Add(u, clean[u]);
    }
}
