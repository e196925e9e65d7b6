namespace Journal.Facts;

/// <summary>A person's facts while their events are folded, one after another. For one thread.</summary>
public sealed class FactsSoFar
{
    // Not by their keys: those of parts are hashes, which a fold has no use for.
    private readonly Dictionary<FactPlace, Fact> facts;
    private readonly JournalFacts before;
    private IReadOnlyList<UnreadableAt> unreadable;
    private DateOnly? lastDay;

    /// <summary>Nothing yet.</summary>
    public FactsSoFar()
        : this([], new(0, []))
    {
    }

    private FactsSoFar(Dictionary<FactPlace, Fact> facts, JournalFacts before) =>
        (this.facts, this.before, Position, unreadable, lastDay) = (facts, before, before.Position, before.Unreadable, before.LastDay);

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
        if (e.Data is UnreadableEvent unread)
        {
            unreadable = [.. unreadable, new(e.Position, unread.Type, unread.Reason)];
        }

        if (FactFold.Place(e.Data) is not { } place)
        {
            return;
        }

        if (DateOnly.FromDateTime(e.OccurredAt.DateTime) is var day && (lastDay is null || day > lastDay))
        {
            lastDay = day;
        }

        if (FactFold.Fold(facts.GetValueOrDefault(place), e) is { } fact)
        {
            facts[place] = fact;
        }
        else
        {
            facts.Remove(place);
        }
    }

    /// <summary>The facts as they stand, good until the next event is taken: nothing is copied.</summary>
    public JournalFacts Now() => before.Followed(Position, facts.Values, unreadable, lastDay);

    /// <summary>A copy to go on from, which leaves these as they are.</summary>
    internal FactsSoFar Copy() => new(new(facts), Now());

    /// <summary>How many facts there are.</summary>
    internal int Count => facts.Count;

    /// <summary>The facts by their keys.</summary>
    public IReadOnlyDictionary<Guid, Fact> ByKey() => facts.ToDictionary(fact => fact.Key.Key(), fact => fact.Value);
}
