using Journal.Analysis.Patterns;
using Journal.Facts;
using Journal.States;

namespace Journal.Reports.Metrics;

/// <summary>How a person says they are: levels, spreads and volatility of one rating (M14, M16, M17).</summary>
public static class StateMetrics
{
    public static readonly WholeRule LowRating = new("lowRating", 3, 1, 7, "Rating, 1 to 7, up to which energy or motivation is low.");
    public static readonly WholeRule AcuteStep = new("acuteStep", 3, 1, 6, "Difference of two successive ratings, 1 to 6, from which the change is acute.");

    /// <summary>M14, M17: mean of a rating, over given days only.</summary>
    /// <param name="samples">Samples; those without the rating are left out.</param>
    /// <param name="rating">Which rating, such as <c>sample => sample.Energy</c>.</param>
    /// <param name="days">The days that count; null for all.</param>
    /// <returns>On the rating's own scale; n counts samples.</returns>
    public static Measure Mean(IReadOnlyList<StateFact> samples, Func<StateFact, int?> rating, IReadOnlySet<DateOnly>? days, IRules rules) =>
        Measure.Mean([.. Rated(samples, rating, days)], days is null ? "ratings" : "ratings on such days", rules);

    /// <summary>M17: sample standard deviation of a rating.</summary>
    /// <returns>On the rating's own scale; n counts samples.</returns>
    public static Measure Deviation(IReadOnlyList<StateFact> samples, Func<StateFact, int?> rating, IRules rules) =>
        Measure.Deviation([.. Rated(samples, rating)], "ratings", rules);

    /// <summary>M14: mean square of successive differences.</summary>
    /// <param name="samples">Samples by valid time; those without the rating are passed over.</param>
    /// <returns>Squared points; n counts samples. 1, 7, 1, 7 gives 36.</returns>
    public static Measure Volatility(IReadOnlyList<StateFact> samples, Func<StateFact, int?> rating, IRules rules) =>
        Successive(samples, rating, rules, values => SuccessiveDifferences.MeanSquare(values));

    /// <summary>M14: probability of an acute change from one sample to the next, by the rule acuteStep.</summary>
    /// <returns>0 to 1; n counts samples.</returns>
    public static Measure AcuteChange(IReadOnlyList<StateFact> samples, Func<StateFact, int?> rating, IRules rules) =>
        Successive(samples, rating, rules, values => SuccessiveDifferences.AcuteShare(values, rules[AcuteStep]));

    /// <summary>M16: median of enforcement against continuation.</summary>
    /// <returns>-3 (it carries me) to +3 (I force myself); n counts samples.</returns>
    public static Measure Enforcement(IReadOnlyList<StateFact> samples, IRules rules) =>
        Measure.Median([.. Rated(samples, sample => sample.Enforcement)], "ratings of enforcement", rules);

    internal static IReadOnlyList<(double Value, Fact Fact)> Rated(
        IReadOnlyList<StateFact> samples, Func<StateFact, int?> rating, IReadOnlySet<DateOnly>? days = null) =>
        [.. samples.Where(sample => rating(sample) is not null && days?.Contains(sample.Day) != false).Select(sample => ((double)rating(sample)!.Value, (Fact)sample))];

    private static Measure Successive(
        IReadOnlyList<StateFact> samples, Func<StateFact, int?> rating, IRules rules, Func<double[], double> of)
    {
        var rated = Rated(samples, rating);
        return Measure.OfAtLeast(
            Math.Max(2, rules[Measure.Fewest]), "ratings", rated.Count, rated.SelectMany(sample => sample.Fact.Events), () => of([.. rated.Select(sample => sample.Value)]));
    }
}
