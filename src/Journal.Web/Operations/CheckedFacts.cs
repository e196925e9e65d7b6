using Journal.EventStore;
using Journal.EventStore.Projections;
using Journal.Facts;

namespace Journal.Web.Operations;

/// <summary>The facts once more, in a table of their own: what a rebuild makes of the log, beside the rows in use.</summary>
internal sealed class CheckedFacts(FactsProjection facts) : KeyedProjection<Fact>("checked_facts", 1, FactsJson.Fact)
{
    public override IEnumerable<Guid> Keys(RecordedEvent e) => facts.Keys(e);

    public override Fact? Apply(Guid key, Fact? current, RecordedEvent e) => facts.Apply(key, current, e);

    public override string KindOf(Fact document) => document.Kind;
}
