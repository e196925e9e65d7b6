namespace Journal.Facts;

/// <summary>A person's events, folded as far as they were read. Never changed once made.</summary>
internal sealed class PersonRecord
{
    private readonly FactsSoFar folded;

    private PersonRecord(long events, FactsSoFar folded) => (Events, this.folded, Facts) = (events, folded, folded.Now());

    /// <summary>How many events there were.</summary>
    public long Events { get; }

    /// <summary>What they make.</summary>
    public JournalFacts Facts { get; }

    public static PersonRecord Of(IReadOnlyCollection<RecordedEvent> events) => new(events.Count, new FactsSoFar().Take(events));

    /// <summary>The record after more events.</summary>
    public PersonRecord Follow(IReadOnlyCollection<RecordedEvent> since) => since.Count == 0 ? this : new(Events + since.Count, folded.Copy().Take(since));
}
