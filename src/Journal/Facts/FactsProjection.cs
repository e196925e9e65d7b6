using Journal.EventStore;
using Journal.EventStore.Projections;

namespace Journal.Facts;

/// <summary>Keeps every person's facts in a table: each event touches one of them, so an append costs the same however long the history is.</summary>
public sealed class FactsProjection() : KeyedProjection<Fact>("facts", version: 3, FactsJson.Fact)
{
    public override IEnumerable<Guid> Keys(RecordedEvent e) => FactFold.Key(e.Data) is { } key ? [key] : [];

    public override Fact? Apply(Guid key, Fact? current, RecordedEvent e) => Fold(current, e);

    internal static Fact? Fold(Fact? current, RecordedEvent e) => FactFold.Apply(current, e.Data, e.Id, () => ImportHeader.Of(e.Headers)?.Key);

    public override string KindOf(Fact document) => document.Kind;
}
