namespace Journal.EventStore;

/// <summary>What an append came to.</summary>
/// <param name="Tenant">Whose stream it is.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The version of the last event of this append.</param>
/// <param name="FirstPosition">Position in the log of its first event.</param>
/// <param name="LastPosition">Position in the log of its last event.</param>
/// <param name="RecordedAt">When it was recorded; never earlier than the events before it in the stream.</param>
/// <param name="Repeated">True when these events were there already: this is the first answer again, and nothing was written.</param>
public sealed record AppendResult(
    string Tenant, Guid Stream, long Version, long FirstPosition, long LastPosition, DateTimeOffset RecordedAt, bool Repeated = false);
