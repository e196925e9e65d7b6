using Journal.Analysis.Survival;
using Journal.Facts;

namespace Journal.Reports.Metrics;

/// <summary>How long something took, or how long it had not happened when it was last looked at.</summary>
/// <param name="Time">Waited so far, any unit; what came before its time waited 0.</param>
/// <param name="Happened">False when it is censored.</param>
internal readonly record struct Wait(double Time, bool Happened, Fact Fact)
{
    public static Wait For(TimeSpan time, Func<TimeSpan, double> unit, bool happened, Fact fact) => new(Math.Max(0, unit(time)), happened, fact);

    /// <summary>Kaplan-Meier median of however few; NaN where the curve does not come down to it.</summary>
    public static double Median(IReadOnlyList<Wait> waits) => Curve(waits).Median ?? double.NaN;

    /// <summary>Kaplan-Meier median with its 95 % interval, where the curve comes down to it.</summary>
    /// <param name="waits">What is waited for.</param>
    /// <param name="things">What they are, in the plural, for what is missing.</param>
    public static Measure Median(IReadOnlyList<Wait> waits, string things, IRules rules)
    {
        var events = waits.SelectMany(wait => wait.Fact.Events);
        if (waits.Count < rules[Measure.Fewest])
        {
            return Measure.Missing($"at least {rules[Measure.Fewest]} {things}; there are {waits.Count}", waits.Count, events);
        }

        var curve = Curve(waits);
        return curve.Median is { } median
            ? Measure.Of(median, waits.Count, events, curve is { Low: { } low, High: { } high } ? new(low, high, 0.95) : null)
            : Measure.Missing($"an end to more of the {waits.Count} {things}; for {curve.Censored} it had not come", waits.Count, events);
    }

    private static KaplanMeier Curve(IReadOnlyList<Wait> waits) => KaplanMeier.Of([.. waits.Select(wait => wait.Time)], [.. waits.Select(wait => wait.Happened)]);
}
