using Journal.Facts;
using Journal.Reports.Metrics;
using Journal.Reports.Rules;
using Journal.Reports.Work;

namespace Journal.Reports.Operator;

/// <summary>A share or a median of records that say something, or what is missing.</summary>
internal static class Reading
{
    /// <summary>Share of the facts that say either, for which it holds.</summary>
    public static Measure Share<T>(IEnumerable<T> facts, Func<T, bool?> holds, string missing, RuleSet rules)
        where T : Fact => Of(facts, fact => holds(fact) is { } known ? known ? 1 : 0 : null, Sample.Mean, missing, rules);

    /// <summary>Median of the facts that say a value.</summary>
    public static Measure Middle<T>(IEnumerable<T> facts, Func<T, double?> value, string missing, RuleSet rules)
        where T : Fact => Of(facts, value, Sample.Middle, missing, rules);

    private static Measure Of<T>(IEnumerable<T> facts, Func<T, double?> value, Func<IReadOnlyCollection<double>, double> of, string missing, RuleSet rules)
        where T : Fact
    {
        List<T> known = [.. facts.Where(fact => value(fact) is not null)];
        var events = known.SelectMany(fact => fact.Events);
        return known.Count < rules.Fewest
            ? Measure.Missing($"at least {rules.Fewest} {missing}", known.Count, events)
            : Measure.Of(of([.. known.Select(fact => value(fact)!.Value)]), known.Count, events);
    }
}
