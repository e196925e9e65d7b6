namespace Journal.Tests.Analysis.Synthetic;

/// <summary>Writes episodes into a flat signal, one after another, until the next would not fit.</summary>
internal static class EpisodeScript
{
    private const int LongestEpisode = 21 + 60 + 28 + 14;

    public static List<Episode> Play(Random random, double[] signal, SeriesKind kind)
    {
        var episodes = new List<Episode>();
        if (kind.Single)
        {
            episodes.Add(Draw(random, random.Next(25, signal.Length - LongestEpisode), durable: false, kind.DurableFalls));
            Write(signal, episodes[0], forGood: false);
            return episodes;
        }

        var day = random.Next(25, 71);
        while (true)
        {
            var durable = random.NextDouble() < 0.2 && !episodes.Exists(e => e.Durable);
            var episode = Draw(random, day, durable, kind.DurableFalls);
            if (episode.Back >= signal.Length && !(kind.Open && episode.Erosion < signal.Length)) return episodes;
            Write(signal, episode, forGood: durable && !kind.DurableFalls);
            episodes.Add(episode);
            day = episode.Back + random.Next(25, 71);
        }
    }

    private static Episode Draw(Random random, int onset, bool durable, bool falls)
    {
        var peak = onset + random.Next(3, 22);
        var erosion = peak + (durable ? random.Next(120, 201) : random.Next(10, 61));
        var back = durable && !falls ? erosion : erosion + random.Next(3, 29);
        var gain = SyntheticSeries.Uniform(random, 0.2, 0.4);
        return new(onset, peak, erosion, back, gain, SyntheticSeries.Uniform(random, 0, 0.2), durable);
    }

    private static void Write(double[] signal, Episode e, bool forGood)
    {
        var low = e.Kept * e.Gain;
        for (var t = e.Onset; t < signal.Length; t++)
        {
            signal[t] += t < e.Peak ? e.Gain * (t - e.Onset) / (e.Peak - e.Onset)
                : t < e.Erosion || forGood ? e.Gain
                : t < e.Back ? e.Gain - (e.Gain - low) * (t - e.Erosion) / (e.Back - e.Erosion)
                : low;
        }
    }
}
