using Npgsql;

namespace Journal.EventStore.Following;

/// <summary>
/// Reads the log as it grows, and never passes a number that may still become an event: for whoever keeps a position of their own.
/// Not for use from several threads at once.
/// </summary>
public sealed class LogFollower : IAsyncDisposable
{
    private readonly PostgresEventStore store;
    private readonly NpgsqlConnection connection;
    private readonly HighWater highWater;

    private LogFollower(PostgresEventStore store, NpgsqlConnection connection, long after)
    {
        (this.store, this.connection, Position) = (store, connection, after);
        highWater = new HighWater(store.Schema, after);
    }

    /// <summary>The position up to which all was given out.</summary>
    public long Position { get; private set; }

    /// <summary>The last number drawn, as last seen.</summary>
    public long Head => highWater.Head;

    /// <summary>Begins behind a position that an earlier follower had reached; 0 for the beginning of the log.</summary>
    /// <remarks>Keeps a connection, which must lead to the primary server.</remarks>
    public static async Task<LogFollower> OpenAsync(PostgresEventStore store, long after, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        return new(store, await store.Db.OpenConnectionAsync(ct), after);
    }

    /// <summary>The next events, at most <paramref name="limit"/>; none when there are none yet.</summary>
    /// <exception cref="NpgsqlException">The connection was lost; what is known dies with it. Open another follower behind <see cref="Position"/>.</exception>
    public async Task<IReadOnlyList<RecordedEvent>> NextAsync(int limit, EventFilter? filter, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var settled = await highWater.PollAsync(connection, ct);
        if (settled <= Position)
            return [];
        filter = (filter ?? EventFilter.None) with { Through = settled };
        var page = await store.Reading.ListAsync(connection, store.Reading.LogStatement(Position, limit, filter), store.Reading.Columns(), ct);
        Position = page.Count == limit ? page[^1].Position : settled;
        return page;
    }

    /// <summary>Gives the connection back.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
