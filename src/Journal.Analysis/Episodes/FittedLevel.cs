namespace Journal.Analysis.Episodes;

/// <summary>The course of a series by its fitted episodes: a line per stretch, straight ramps between.</summary>
internal static class FittedLevel
{
    private const int SlopedFrom = 40;

    public static void Write(List<FittedEpisode> episodes, double[] clean, double[] level)
    {
        var ramp = (From: 0, Level: double.NaN);
        var start = 0;
        foreach (var e in episodes)
        {
            ramp = Stretch(clean, level, start, e.Onset, ramp);
            start = e.Peak;
            if (e.Kind != EpisodeKind.Cycle) continue;
            ramp = Stretch(clean, level, e.Peak, e.Erosion, ramp);
            start = e.Back;
        }
        ramp = Stretch(clean, level, start, clean.Length, ramp);
        level.AsSpan(ramp.From).Fill(ramp.Level);
    }

    /// <summary>Fits one stretch, joins it to the last one, and returns where it ends and on which level.</summary>
    private static (int From, double Level) Stretch(double[] clean, double[] level, int from, int to, (int From, double Level) ramp)
    {
        double n = 0, day = 0, value = 0, spread = 0, cross = 0;
        for (var t = from; t < to; t++)
        {
            if (double.IsNaN(clean[t])) continue;
            n++;
            var off = t - day;
            day += off / n;
            value += (clean[t] - value) / n;
            spread += off * (t - day);
            cross += off * (clean[t] - value);
        }
        if (n == 0) (day, value) = (from, double.IsNaN(ramp.Level) ? 0 : ramp.Level);
        var slope = to - from >= SlopedFrom && n >= SlopedFrom / 2 ? cross / spread : 0;
        for (var t = from; t < to; t++) level[t] = value + slope * (t - day);
        var first = value + slope * (from - day);
        var last = double.IsNaN(ramp.Level) ? first : ramp.Level;
        for (var t = ramp.From; t < from; t++) level[t] = last + (first - last) * (t - ramp.From) / (from - ramp.From);
        return (to, value + slope * (to - day));
    }
}
