using Npgsql;

namespace Journal.EventStore.Reading;

/// <summary>
/// Reads one tenant's events across their streams. A page goes by the tenant's list of positions, as far as the daemon has kept it, and by the tail behind it;
/// the whole goes by the tenant's own key. Neither walks the key of the whole log for one tenant.
/// </summary>
internal sealed class TenantReading(NpgsqlDataSource db, EventReading reading, EventStoreOptions options)
{
    private const int ShortTail = 2000;
    private readonly TenantSql sql = new(SqlName.Quote(options.Schema));

    public async Task<List<RecordedEvent>> PageAsync(long after, int limit, EventFilter filter, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        if (limit == int.MaxValue)
            return await WholeAsync(connection, after, filter, ct);
        var events = new List<RecordedEvent>();
        long progress, last;
        do
        {
            long[] positions;
            (positions, progress, last) = await PositionsAsync(connection, after, limit, filter, ct);
            if (positions.Length > 0)
            {
                events.AddRange(await reading.ListAsync(connection, reading.AtStatement(sql.At, positions, filter), reading.Columns(filter.Tenant), ct));
                after = positions[^1];
            }
            if (positions.Length < limit)
                break;
        }
        while (events.Count < limit);
        if (events.Count < limit && Math.Min(last, filter.Through) > Math.Max(after, progress))
            events.AddRange(await TailAsync(connection, Math.Max(after, progress), limit - events.Count, last, filter, ct));
        return events.Count > limit ? events[..limit] : events;
    }

    /// <summary>All behind a position, in the order of the log.</summary>
    public async Task<List<RecordedEvent>> WholeAsync(NpgsqlConnection connection, long after, EventFilter filter, CancellationToken ct)
    {
        var events = await reading.ListAsync(connection, reading.TenantStatement(sql.Whole, after, null, filter), reading.Columns(filter.Tenant), ct);
        events.Sort((one, other) => one.Position.CompareTo(other.Position));
        return events;
    }

    /// <summary>The tenant's events between a position and the last of the log.</summary>
    public Task<List<RecordedEvent>> TailAsync(NpgsqlConnection connection, long after, int limit, long last, EventFilter filter, CancellationToken ct) =>
        last - after <= ShortTail ? reading.ListAsync(connection, reading.TenantStatement(sql.ShortTail, after, limit, filter with { Through = Math.Min(last, filter.Through) }), reading.Columns(filter.Tenant), ct)
        : limit == int.MaxValue ? WholeAsync(connection, after, filter, ct)
        : reading.ListAsync(connection, reading.TenantStatement(sql.Fenced, after, limit, filter), reading.Columns(filter.Tenant), ct);

    private async Task<(long[] Positions, long Progress, long Last)> PositionsAsync(NpgsqlConnection connection, long after, int limit, EventFilter filter, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql.Positions, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = filter.Tenant! }, new NpgsqlParameter<long> { TypedValue = after },
                new NpgsqlParameter<long> { TypedValue = filter.Through }, new NpgsqlParameter<long> { TypedValue = limit },
            },
        };
        if (options.PrepareStatements)
            await command.PrepareAsync(ct);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetFieldValue<long[]>(0), row.GetInt64(1), row.GetInt64(2));
    }
}
