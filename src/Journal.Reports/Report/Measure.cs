using Journal.Facts;

namespace Journal.Reports;

/// <summary>What a metric says: a value with what it rests on, or what is missing before there is one.</summary>
/// <param name="Value">In the metric's unit; null when there is too little to say.</param>
/// <param name="N">How many observations it rests on.</param>
/// <param name="Events">The events it came from, without repeats.</param>
/// <param name="Insufficient">What would have to be recorded; null where there is a value.</param>
/// <param name="Interval">Where the value lies with the stated certainty; null where the metric gives none.</param>
public sealed record Measure(double? Value, int N, IReadOnlyList<Guid> Events, string? Insufficient = null, Interval? Interval = null)
{
    public static readonly WholeRule Fewest = new("fewest", 3, 1, 1000, "Observations, at least 1, below which no mean, median or share is given.");

    internal const string Lead = "insufficient data: ";
    private const double Certainty = 0.95;
    private const double Z = 1.959964;

    /// <summary>What would have to be recorded, as a part of a sentence.</summary>
    internal string? What => Insufficient?[Lead.Length..];

    public static Measure Of(double value, int n, IEnumerable<Guid> events, Interval? interval = null) =>
        double.IsFinite(value) ? new(value, n, Evidence.Of(events), null, interval) : throw new ArgumentOutOfRangeException(nameof(value), value, "A measure is finite.");

    /// <param name="missing">What would have to be recorded, as in <c>at least 3 finished commitments</c>.</param>
    /// <param name="n">How many observations there are.</param>
    /// <param name="events">The events of those.</param>
    public static Measure Missing(string missing, int n = 0, IEnumerable<Guid>? events = null) => new(null, n, Evidence.Of(events ?? []), Lead + missing);

    /// <summary>A value where there are enough observations, else how many are missing.</summary>
    /// <param name="value">Worked out only where there are enough.</param>
    /// <param name="things">What they are, in the plural.</param>
    internal static Measure OfAtLeast(int least, string things, int n, IEnumerable<Guid> events, Func<double> value) =>
        n < least ? Missing($"at least {least} {things}; there are {n}", n, events) : Of(value(), n, events);

    internal static Measure Mean(IReadOnlyList<Sample> samples, string things, IRules rules) => OfSamples(samples, things, rules[Fewest], Numbers.Mean);

    internal static Measure Median(IReadOnlyList<Sample> samples, string things, IRules rules) => OfSamples(samples, things, rules[Fewest], Numbers.Middle);

    /// <summary>Sample standard deviation.</summary>
    internal static Measure Deviation(IReadOnlyList<Sample> samples, string things, IRules rules) => OfSamples(samples, things, Math.Max(2, rules[Fewest]), Numbers.Spread);

    /// <summary>Median of the facts that say a value.</summary>
    internal static Measure Median<T>(IEnumerable<T> facts, Func<T, double?> value, string things, IRules rules)
        where T : Fact => Median([.. facts.Where(fact => value(fact) is not null).Select(fact => new Sample(value(fact)!.Value, fact.Events))], things, rules);

    /// <summary>Share, 0 to 1, of the facts that say either, for which it holds.</summary>
    internal static Measure Share<T>(IEnumerable<T> facts, Func<T, bool?> holds, string things, IRules rules)
        where T : Fact => Mean([.. facts.Where(fact => holds(fact) is not null).Select(fact => Sample.Of(holds(fact) == true, fact.Events))], things, rules);

    /// <summary>Share of hits with its 95 % interval by Wilson's score, which stays within 0 and 1 for few observations too.</summary>
    /// <param name="missing">What would have to be recorded, where there is nothing.</param>
    /// <remarks>Source: Wilson, Probable inference, the law of succession, and statistical inference (1927).</remarks>
    internal static Measure Proportion(int hits, int n, IEnumerable<Guid> events, string missing)
    {
        if (n == 0)
        {
            return Missing(missing, 0, events);
        }

        var share = (double)hits / n;
        var middle = (share + (Z * Z / (2 * n))) / (1 + (Z * Z / n));
        var half = Z / (1 + (Z * Z / n)) * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4.0 * n * n)));
        return Of(share, n, events, new(Math.Max(0, middle - half), Math.Min(1, middle + half), Certainty));
    }

    /// <summary>How many there are, each with its events.</summary>
    internal static Measure Count<T>(IReadOnlyCollection<T> of, Func<T, IEnumerable<Guid>> events) => Of(of.Count, of.Count, of.SelectMany(events));

    /// <summary>What a judgement of several measures rests on: all of them, where each has a value.</summary>
    /// <param name="missing">What would have to be recorded, where one has none.</param>
    internal static Measure All(string missing, params IReadOnlyList<Measure> measures)
    {
        var (n, events) = (measures.Sum(one => one.N), measures.SelectMany(one => one.Events));
        return measures.All(one => one.Value is not null) ? Of(measures[0].Value!.Value, n, events) : Missing(missing, n, events);
    }

    private static Measure OfSamples(IReadOnlyList<Sample> samples, string things, int least, Func<IReadOnlyCollection<double>, double> value) =>
        OfAtLeast(least, things, samples.Count, samples.SelectMany(sample => sample.Events), () => value([.. samples.Select(sample => sample.Value)]));
}

/// <summary>One observation of a measure.</summary>
internal readonly record struct Sample(double Value, IReadOnlyList<Guid> Events)
{
    public static implicit operator Sample((double Value, Fact Fact) one) => new(one.Value, one.Fact.Events);

    /// <summary>One of a share.</summary>
    public static Sample Of(bool holds, IReadOnlyList<Guid> events) => new(holds ? 1 : 0, events);
}

/// <param name="Low">Lower bound, in the unit of the value.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Certainty">0 to 1, such as 0.95.</param>
public sealed record Interval(double Low, double High, double Certainty);
