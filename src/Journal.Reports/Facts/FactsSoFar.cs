using Journal.EventStore;

namespace Journal.Reports.Facts;

/// <summary>A person's facts while their events are folded, one after another. For one thread.</summary>
public sealed class FactsSoFar
{
    private readonly FactsProjection projection;
    private readonly Dictionary<Guid, Fact> facts;

    /// <summary>Facts to begin with.</summary>
    /// <param name="projection">The fold.</param>
    /// <param name="before">What the events before made; they are copied.</param>
    public FactsSoFar(FactsProjection projection, IReadOnlyDictionary<Guid, Fact>? before = null) =>
        (this.projection, facts) = (projection, before is null ? [] : new(before));

    /// <summary>The last event folded; 0 when there is none.</summary>
    public long Position { get; private set; }

    /// <summary>The facts by their keys.</summary>
    public IReadOnlyDictionary<Guid, Fact> ByKey => facts;

    /// <summary>Folds every event of a list, which is in the order of the log.</summary>
    public FactsSoFar Take(IEnumerable<RecordedEvent> events)
    {
        foreach (var e in events)
        {
            Take(e);
        }

        return this;
    }

    /// <summary>Folds one event.</summary>
    public void Take(RecordedEvent e)
    {
        Position = e.Position;
        if (FactFold.Key(e.Data) is not { } key)
        {
            return;
        }

        if (projection.Apply(key, facts.GetValueOrDefault(key), e) is { } fact)
        {
            facts[key] = fact;
        }
        else
        {
            facts.Remove(key);
        }
    }

    /// <summary>The facts as they stand, good until the next event is taken: nothing is copied.</summary>
    public JournalFacts Now() => new(Position, facts.Values);
}
