namespace Journal.EventStore;

/// <summary>A refusal or failure of the store, told apart by a code that never changes.</summary>
public abstract class EventStoreException(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Stable and machine-readable, such as <c>version.stale</c>.</summary>
    public string Code { get; } = code;
}

/// <summary>Code <c>version.stale</c>: the stream is at another version than the writer expected. Nothing was written.</summary>
public sealed class StaleVersionException(string tenant, Guid stream, ExpectedVersion expected, long actual)
    : EventStoreException("version.stale", $"Stream {stream} is at version {actual}, not {expected}.")
{
    /// <summary>The tenant of the stream.</summary>
    public string Tenant { get; } = tenant;

    /// <summary>The stream.</summary>
    public Guid Stream { get; } = stream;

    /// <summary>What the writer expected.</summary>
    public ExpectedVersion Expected { get; } = expected;

    /// <summary>Where the stream really was; 0 when it does not exist.</summary>
    public long Actual { get; } = actual;
}

/// <summary>Code <c>stream.archived</c>: an archived stream takes no events. Nothing was written.</summary>
public sealed class StreamArchivedException(string tenant, Guid stream)
    : EventStoreException("stream.archived", $"Stream {stream} is archived.")
{
    /// <summary>The tenant of the stream.</summary>
    public string Tenant { get; } = tenant;

    /// <summary>The stream.</summary>
    public Guid Stream { get; } = stream;
}

/// <summary>Code <c>event.conflict</c>: the stream already holds an event of this id with other content, or only some of the events sent. Nothing was written.</summary>
public sealed class EventConflictException(string tenant, Guid stream, Guid eventId)
    : EventStoreException("event.conflict", $"Stream {stream} already holds event {eventId}, and it is not the one sent.")
{
    /// <summary>The tenant of the stream.</summary>
    public string Tenant { get; } = tenant;

    /// <summary>The stream.</summary>
    public Guid Stream { get; } = stream;

    /// <summary>The first event that differs.</summary>
    public Guid EventId { get; } = eventId;
}

/// <summary>Code <c>event.unknown</c>: the catalog has no such event type.</summary>
public sealed class UnknownEventException(string type)
    : EventStoreException("event.unknown", $"The catalog has no event type {type}.")
{
    /// <summary>The stored name, or the CLR name of an object that was to be appended.</summary>
    public string Type { get; } = type;

    /// <summary>The event's position in the log, when it was read; otherwise 0.</summary>
    public long Position { get; init; }
}

/// <summary>Code <c>event.unreadable</c>: a stored body is not what its type's serializer expects.</summary>
public sealed class UnreadableEventException(long position, string type, Exception cause)
    : EventStoreException("event.unreadable", $"Event {position} ({type}) cannot be read: {cause.Message}", cause)
{
    /// <summary>The event's position in the log.</summary>
    public long Position { get; } = position;

    /// <summary>The stored name.</summary>
    public string Type { get; } = type;
}

/// <summary>Code <c>append.in_doubt</c>: the connection was lost and the outcome could not be learned in time. Sending the same events with the same ids again is safe.</summary>
public sealed class AppendInDoubtException(Exception cause)
    : EventStoreException("append.in_doubt", $"The connection was lost and it is not known whether the events were written: {cause.Message}", cause);

/// <summary>Code <c>progress.lost</c>: another process has moved this projection on.</summary>
public sealed class ProgressLostException(string name, long expected)
    : EventStoreException("progress.lost", $"The progress of {name} is no longer at {expected}.")
{
    /// <summary>The progress row.</summary>
    public string Name { get; } = name;
}

/// <summary>Code <c>log.rewound</c>: the log's sequence stands below a position that was settled: the database was put back, or is another one.</summary>
public sealed class LogRewoundException(long settled, long head)
    : EventStoreException("log.rewound", $"The log was settled up to {settled} and now ends at {head}.");
