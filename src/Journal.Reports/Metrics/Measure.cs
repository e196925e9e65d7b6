namespace Journal.Reports.Metrics;

/// <summary>What a metric says: a value with what it rests on, or what is missing before there is one.</summary>
/// <param name="Value">In the metric's unit; null when there is too little to say.</param>
/// <param name="N">How many observations it rests on.</param>
/// <param name="Events">The events it came from, without repeats.</param>
/// <param name="Insufficient">What would have to be recorded; null where there is a value.</param>
/// <param name="Interval">Where the value lies with the stated certainty; null where the metric gives none.</param>
public sealed record Measure(double? Value, int N, IReadOnlyList<Guid> Events, string? Insufficient = null, Interval? Interval = null)
{
    public static Measure Of(double value, int n, IEnumerable<Guid> events, Interval? interval = null) =>
        double.IsFinite(value) ? new(value, n, Evidence.Of(events), null, interval) : throw new ArgumentOutOfRangeException(nameof(value), value, "A measure is finite.");

    /// <param name="missing">What would have to be recorded, as in <c>at least 3 finished commitments</c>.</param>
    /// <param name="n">How many observations there are.</param>
    /// <param name="events">The events of those.</param>
    public static Measure Missing(string missing, int n = 0, IEnumerable<Guid>? events = null) =>
        new(null, n, Evidence.Of(events ?? []), $"insufficient data: {missing}");
}

/// <param name="Low">Lower bound, in the unit of the value.</param>
/// <param name="High">Upper bound.</param>
/// <param name="Certainty">0 to 1, such as 0.95.</param>
public sealed record Interval(double Low, double High, double Certainty);
