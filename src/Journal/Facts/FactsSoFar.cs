namespace Journal.Facts;

/// <summary>A person's facts while their events are folded, one after another. For one thread.</summary>
public sealed class FactsSoFar
{
    // Not by the keys they are stored under: those of parts are hashes, which a replay has no use for.
    private readonly Dictionary<FactPlace, Fact> facts;
    private readonly JournalFacts before;
    private DateOnly? last;

    /// <summary>Nothing yet.</summary>
    public FactsSoFar()
        : this([], new(0, []))
    {
    }

    private FactsSoFar(Dictionary<FactPlace, Fact> facts, JournalFacts before) => (this.facts, this.before, Position, last) = (facts, before, before.Position, before.LastDay);

    /// <summary>The last event folded; 0 when there is none.</summary>
    public long Position { get; private set; }

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
        if (DateOnly.FromDateTime(e.OccurredAt.DateTime) is var day && (last is null || day > last))
        {
            last = day;
        }

        if (FactFold.Place(e.Data) is not { } place)
        {
            return;
        }

        if (FactsProjection.Fold(facts.GetValueOrDefault(place), e) is { } fact)
        {
            facts[place] = fact;
        }
        else
        {
            facts.Remove(place);
        }
    }

    /// <summary>The facts as they stand, good until the next event is taken: nothing is copied.</summary>
    public JournalFacts Now() => before.Followed(Position, facts.Values, last);

    /// <summary>A copy to go on from, which leaves these as they are.</summary>
    internal FactsSoFar Copy() => new(new(facts), Now());

    /// <summary>How many facts there are.</summary>
    internal int Count => facts.Count;

    /// <summary>The facts by the keys that they are stored under.</summary>
    public IReadOnlyDictionary<Guid, Fact> ByKey() => facts.ToDictionary(fact => fact.Key.Key(), fact => fact.Value);
}
