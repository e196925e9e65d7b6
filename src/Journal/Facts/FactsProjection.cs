using JasperFx.Events;
using Journal.Sealing;
using Marten.Events.Projections;

namespace Journal.Facts;

/// <summary>A fact as Marten keeps it, to be found without reading a person's history.</summary>
/// <param name="Id">The fact's key among the facts of its person.</param>
/// <param name="Kind">The word for its sort.</param>
/// <param name="Fact">What is known of it.</param>
[HoldsWords]
public sealed record FactDocument(Guid Id, string Kind, Fact Fact);

/// <summary>Keeps every person's facts as documents, one a fact: each event touches one of them, so that an append costs the same however long the history is.</summary>
public sealed class FactsProjection : MultiStreamProjection<FactDocument, Guid>
{
    /// <summary>What the daemon calls it.</summary>
    public const string ProjectionName = "facts";

    private readonly WordSealer sealer;

    /// <summary>The one in use.</summary>
    public FactsProjection(WordSealer? sealer = null)
        : this(ProjectionName, 4, sealer)
    {
    }

    /// <summary>One beside it, in a table of its own.</summary>
    public FactsProjection(string name, uint version, WordSealer? sealer = null)
    {
        this.sealer = sealer ?? WordSealer.Off;
        Name = name;
        Version = version;
        Options.BatchSize = 5_000;
        Identity<IEvent>(e => FactFold.Key(e.Data) ?? e.Id);
    }

    /// <inheritdoc/>
    public override FactDocument? Evolve(FactDocument? snapshot, Guid id, IEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        var fact = FactFold.Apply(snapshot?.Fact, e.Data, e.Id, () => ImportHeader.Of(EventHeaders.Of(e.Headers, sealer.Open))?.Key);
        return fact is null ? null : sealer.Claimed(new FactDocument(id, fact.Kind, fact), e.TenantId);
    }

    internal static Fact? Fold(Fact? current, RecordedEvent e) =>
        FactFold.Apply(current, e.Data, e.Id, () => ImportHeader.Of(e.Headers)?.Key);
}
