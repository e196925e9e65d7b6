using Journal.Facts;
using Journal.Reports.Rules;
using Journal.Reports.Work;

namespace Journal.Reports.Metrics;

/// <summary>Means, spreads and shares of facts, each with what is missing where there are too few.</summary>
internal static class Averages
{
    public static Measure Mean(IReadOnlyList<(double Value, Fact Fact)> samples, string things, RuleSet rules) =>
        Enough(samples.Count, samples.Select(sample => sample.Fact), things, rules)
            ?? Measure.Of(samples.Average(sample => sample.Value), samples.Count, samples.SelectMany(sample => sample.Fact.Events));

    public static Measure Median(IReadOnlyList<(double Value, Fact Fact)> samples, string things, RuleSet rules) =>
        Enough(samples.Count, samples.Select(sample => sample.Fact), things, rules)
            ?? Measure.Of(
                Sample.Middle([.. samples.Select(sample => sample.Value)]),
                samples.Count,
                samples.SelectMany(sample => sample.Fact.Events));

    /// <summary>Sample standard deviation.</summary>
    public static Measure Deviation(IReadOnlyList<(double Value, Fact Fact)> samples, string things, RuleSet rules) =>
        Enough(samples.Count, samples.Select(sample => sample.Fact), things, rules, least: 2)
            ?? Measure.Of(Sample.Spread([.. samples.Select(sample => sample.Value)]), samples.Count, samples.SelectMany(sample => sample.Fact.Events));

    /// <summary>Share, 0 to 1, of the facts that count.</summary>
    public static Measure Share<T>(IReadOnlyList<T> facts, Func<T, bool> counts, string things, RuleSet rules)
        where T : Fact =>
        Enough(facts.Count, facts, things, rules)
            ?? Measure.Of((double)facts.Count(counts) / facts.Count, facts.Count, facts.SelectMany(fact => fact.Events));

    private static Measure? Enough(int count, IEnumerable<Fact> facts, string things, RuleSet rules, int least = 1) =>
        Math.Max(least, rules.Fewest) is var needed && count < needed
            ? Measure.Missing($"at least {needed} {things}; there are {count}", count, facts.SelectMany(fact => fact.Events))
            : null;
}
