namespace Journal.EventStore;

/// <summary>Events to append to one stream.</summary>
/// <param name="Tenant">Whose stream it is.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Expected">What the writer knows about the stream.</param>
/// <param name="Events">At least one event, in order.</param>
/// <param name="StreamType">Kept when the stream is new: the alias of its aggregate, for Marten's eyes.</param>
public sealed record StreamAppend(string Tenant, Guid Stream, ExpectedVersion Expected, IReadOnlyList<NewEvent> Events, string? StreamType = null);
