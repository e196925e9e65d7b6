namespace Journal.Tests.Analysis.Synthetic;

/// <summary>What a synthetic series is made with; the defaults are the reference set.</summary>
/// <param name="Sigma">Standard deviation of the AR(1) noise.</param>
/// <param name="Levels">Ordinal levels the values are rounded to; 0 leaves them continuous.</param>
/// <param name="Null">No episode at all.</param>
/// <param name="Rho">Correlation of the noise from one day to the next.</param>
/// <param name="Weekday">Standard deviation of the seven weekday effects.</param>
/// <param name="Drift">Most drift a year, either way.</param>
/// <param name="BadDays">Share of days with 0.3 to 0.6 taken off.</param>
/// <param name="Missing">Share of days missing at random, beside two gaps.</param>
/// <param name="DurableFalls">A durable episode falls after 120 to 200 days instead of becoming the new base.</param>
/// <param name="Single">One episode, which comes back, anywhere in the series: a person's first relapse.</param>
/// <param name="Open">An episode may run past the end of the series.</param>
internal sealed record SeriesKind(
    double Sigma,
    int Levels = 0,
    bool Null = false,
    double Rho = 0.3,
    double Weekday = 0.04,
    double Drift = 0.1,
    double BadDays = 0.02,
    double Missing = 0.25,
    bool DurableFalls = true,
    bool Open = false,
    bool Single = false)
{
    public static SeriesKind Stress { get; } = new(0.10, Rho: 0.5, Weekday: 0.10, Drift: 0.3, BadDays: 0.08, Missing: 0.5);
}
