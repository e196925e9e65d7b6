namespace Journal.EventStore.Projections;

/// <summary>A side effect of events: a message sent, a hook called. At least once, in the order of the log.</summary>
/// <remarks>An event whose handling was cut off is handled again; receivers tell repeats by the event's id.</remarks>
public interface ISubscription
{
    /// <summary>Names its progress row.</summary>
    string Name { get; }

    /// <summary>Stored names of the events it wants; null for all.</summary>
    IReadOnlyCollection<string>? Types { get; }

    /// <summary>Handles one event. What it throws counts as a failure, to be tried again.</summary>
    Task HandleAsync(RecordedEvent e, CancellationToken ct);
}
