namespace Journal.Analysis.Episodes;

/// <summary>A slow drift of the baseline, the same over the whole series.</summary>
/// <param name="Slope">Unit of the values a day.</param>
/// <param name="Centre">The day on which it adds nothing.</param>
internal readonly record struct BaselineTrend(double Slope, double Centre)
{
    public double At(int day) => Slope * (day - Centre);

    /// <summary>Adds the slope left in the baseline, shrunk by how uncertain it is; stretches between shifts share one level.</summary>
    public BaselineTrend Improved(List<FittedEpisode> episodes, double[] clean, NoiseModel noise)
    {
        double spread = 0, cross = 0;
        var stretches = new List<(int From, int To)>();
        var from = 0;
        foreach (var e in episodes)
        {
            stretches.Add((from, e.Onset));
            from = e.Kind switch { EpisodeKind.Cycle => e.Back, EpisodeKind.Shift => e.Peak, _ => clean.Length };
            if (e.Kind != EpisodeKind.Shift) continue;
            Add(stretches, clean, ref spread, ref cross);
            stretches.Clear();
        }
        stretches.Add((from, clean.Length));
        Add(stretches, clean, ref spread, ref cross);
        if (spread <= 0 || cross == 0) return this with { Centre = clean.Length / 2 };
        var slope = cross / spread;
        var error = 1 / (noise.Weight * spread);
        return new(Slope + slope * Math.Max(0, 1 - error / (slope * slope)), clean.Length / 2);
    }

    private static void Add(List<(int From, int To)> stretches, double[] clean, ref double spread, ref double cross)
    {
        double n = 0, day = 0, value = 0;
        foreach (var (from, to) in stretches)
            for (var t = from; t < to; t++)
                if (!double.IsNaN(clean[t])) (n, day, value) = (n + 1, day + (t - day) / (n + 1), value + (clean[t] - value) / (n + 1));
        foreach (var (from, to) in stretches)
            for (var t = from; t < to; t++)
                if (!double.IsNaN(clean[t])) (spread, cross) = (spread + (t - day) * (t - day), cross + (t - day) * (clean[t] - value));
    }
}
