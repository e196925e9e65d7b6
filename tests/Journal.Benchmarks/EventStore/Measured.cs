using System.Text.Json.Serialization;
using Journal.EventStore;
using Journal.EventStore.Projections;

namespace Journal.Benchmarks.EventStore;

/// <summary>An event of about 250 bytes of JSON.</summary>
public sealed record Measured(Guid Subject, string Note, double Value, int Count, string Unit, DateTimeOffset OccurredAt);

/// <summary>What the events of a stream add up to.</summary>
public sealed record Sum(int Events, double Total, DateTimeOffset Last);

[JsonSerializable(typeof(Measured))]
[JsonSerializable(typeof(Sum))]
public sealed partial class MeasuredJson : JsonSerializerContext;

/// <summary>Makes events, and folds them.</summary>
public static class Measurements
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static EventCatalog Catalog { get; } = EventCatalog.Create().Add(MeasuredJson.Default.Measured).Build();

    public static Measured Event(int n) => new(
        new Guid(n, 1, 2, new byte[8]), "Held the line through the afternoon, two interruptions, one of them my own.", n % 97 / 10.0, n, "minutes", Start.AddMinutes(n));

    public static Guid Stream(int n) => new(n + 1, 7, 7, new byte[8]);

    public static Sum Fold(Sum? sum, Measured e) => new((sum?.Events ?? 0) + 1, (sum?.Total ?? 0) + e.Value, e.OccurredAt);
}

/// <summary>One sum a stream.</summary>
public sealed class Sums(string name = "Sums") : KeyedProjection<Sum>(name, 1, MeasuredJson.Default.Sum)
{
    public override IEnumerable<Guid> Keys(RecordedEvent e) => [e.Stream];

    public override Sum? Apply(Guid key, Sum? current, RecordedEvent e) => Measurements.Fold(current, (Measured)e.Data);

    public override string KindOf(Sum document) => "sum";
}
