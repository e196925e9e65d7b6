namespace Journal.Tests.Analysis.Synthetic;

/// <summary>Two years of daily values in 0..1 with known episodes; NaN = missing. The same seed gives the same series.</summary>
internal sealed record SyntheticSeries(DateOnly[] Days, double[] Values, IReadOnlyList<Episode> Episodes)
{
    private const int Length = 730;

    public IEnumerable<Episode> Cycles => Episodes.Where(e => !e.Durable);

    public static SyntheticSeries Make(SeriesKind kind, int seed)
    {
        var random = new Random(seed);
        var signal = new double[Length];
        Array.Fill(signal, Uniform(random, 0.25, 0.5));
        var episodes = kind.Null ? [] : EpisodeScript.Play(random, signal, kind);
        Disturb(random, signal, kind);
        if (kind.Levels > 0) Round(signal, kind.Levels);
        Hide(random, signal, kind.Missing);
        var first = new DateOnly(2023, 1, 2).AddDays(random.Next(7));
        return new([.. Enumerable.Range(0, Length).Select(first.AddDays)], signal, episodes);
    }

    internal static double Uniform(Random random, double from, double to) => from + (to - from) * random.NextDouble();

    private static void Disturb(Random random, double[] signal, SeriesKind kind)
    {
        var weekday = Enumerable.Range(0, 7).Select(_ => kind.Weekday * Gaussian(random)).ToArray();
        var drift = Uniform(random, -kind.Drift, kind.Drift) / 365;
        var noise = kind.Sigma * Gaussian(random);
        for (var t = 0; t < signal.Length; t++)
        {
            var value = signal[t] + weekday[t % 7] + drift * t + noise;
            if (random.NextDouble() < kind.BadDays) value -= Uniform(random, 0.3, 0.6);
            signal[t] = Math.Clamp(value, 0, 1);
            noise = kind.Rho * noise + kind.Sigma * Math.Sqrt(1 - kind.Rho * kind.Rho) * Gaussian(random);
        }
    }

    private static void Round(double[] signal, int levels)
    {
        for (var t = 0; t < signal.Length; t++)
            signal[t] = Math.Round(signal[t] * (levels - 1), MidpointRounding.AwayFromZero) / (levels - 1);
    }

    private static void Hide(Random random, double[] signal, double missing)
    {
        for (var t = 0; t < signal.Length; t++)
            if (random.NextDouble() < missing) signal[t] = double.NaN;
        for (var gap = 0; gap < 2; gap++)
        {
            var length = random.Next(7, 22);
            signal.AsSpan(random.Next(signal.Length - length), length).Fill(double.NaN);
        }
    }

    private static double Gaussian(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
