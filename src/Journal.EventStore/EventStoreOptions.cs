namespace Journal.EventStore;

/// <summary>How the store works on its database.</summary>
public sealed class EventStoreOptions
{
    /// <summary>The schema of the tables. Default <c>journal</c>.</summary>
    public string Schema { get; init; } = "journal";

    /// <summary>
    /// Where the time of an append comes from. By default the database server's clock, read after the stream is locked, so that several machines agree;
    /// a clock given here is used instead, for tests and for replaying a history. Never runs backwards within a stream either way.
    /// </summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>
    /// How long an append goes on asking what became of it when its connection is lost, before it says <c>append.in_doubt</c>. Default 3 seconds.
    /// Longer rides out a restart or a fail-over of the server, at the price of a caller kept waiting.
    /// </summary>
    public TimeSpan InDoubtPatience { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Whether statements are prepared once per connection. Default true; it is worth about a third of the time of an append. Behind a pooler that shares
    /// server connections between transactions (PgBouncer in transaction mode) it must be false: another client's statement could answer under the same name.
    /// </summary>
    public bool PrepareStatements { get; init; } = true;

    /// <summary>
    /// What a read does with an event whose type the catalog lacks: false, the default, fails with <c>event.unknown</c>;
    /// true gives it out as an <see cref="UnknownEvent"/>, for a log that other applications write to as well.
    /// </summary>
    public bool KeepUnknownEvents { get; init; }

    internal void Validate()
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(Schema, nameof(Schema));
        ArgumentOutOfRangeException.ThrowIfLessThan(InDoubtPatience, TimeSpan.Zero, nameof(InDoubtPatience));
    }
}
