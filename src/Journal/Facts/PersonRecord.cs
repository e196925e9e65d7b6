namespace Journal.Facts;

/// <summary>A person's events, folded as far as they were read. Never changed once made.</summary>
internal sealed class PersonRecord
{
    private readonly FactsSoFar folded;

    private PersonRecord(long known, FactsSoFar folded) => (Known, this.folded, Facts) = (known, folded, folded.Now());

    /// <summary>By what the events are known to be the same still.</summary>
    public long Known { get; }

    /// <summary>What they make.</summary>
    public JournalFacts Facts { get; }

    /// <param name="events">All there are.</param>
    /// <param name="before">By what nothing at all, which was before them, is known.</param>
    public static PersonRecord Of(IReadOnlyCollection<RecordedEvent> events, long before) => new(before + events.Count, new FactsSoFar().Take(events));

    /// <summary>The record after more events.</summary>
    public PersonRecord Follow(IReadOnlyCollection<RecordedEvent> since) => since.Count == 0 ? this : new(Known + since.Count, folded.Copy().Take(since));
}
