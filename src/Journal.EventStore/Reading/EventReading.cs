using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore.Reading;

/// <summary>Runs the read statements.</summary>
internal sealed class EventReading(NpgsqlDataSource db, EventCatalog catalog, EventStoreOptions options)
{
    private readonly ReadSql sql = new(SqlName.Quote(options.Schema));

    public async Task<List<RecordedEvent>> StreamAsync(string tenant, Guid stream, StreamRange range, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await ListAsync(connection, StreamStatement(tenant, stream, range), ct);
    }

    public async Task<(TState State, long Version)> FoldAsync<TState>(
        string tenant, Guid stream, StreamRange range, TState state, Func<TState, RecordedEvent, TState> fold, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { StreamStatement(tenant, stream, range) } };
        if (options.PrepareStatements)
            await batch.PrepareAsync(ct);
        await using var row = await batch.ExecuteReaderAsync(ct);
        using var columns = Columns();
        long version = 0;
        while (await row.ReadAsync(ct))
        {
            var e = columns.Read(row)!;
            (state, version) = (fold(state, e), e.Version);
        }
        return (state, version);
    }

    /// <summary>Events in the order of the log, at most <paramref name="limit"/>.</summary>
    public async Task<List<RecordedEvent>> LogAsync(long after, int limit, EventFilter filter, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return await ListAsync(connection, LogStatement(after, limit, filter), ct);
    }

    public NpgsqlBatchCommand StreamStatement(string tenant, Guid stream, StreamRange range) => new(sql.Stream)
    {
        Parameters =
        {
            new NpgsqlParameter<string> { TypedValue = tenant }, new NpgsqlParameter<Guid> { TypedValue = stream },
            new NpgsqlParameter<long> { TypedValue = range.From }, new NpgsqlParameter<long> { TypedValue = range.To },
            Time(range.RecordedUntil), new NpgsqlParameter<bool> { TypedValue = range.IncludeArchived },
        },
    };

    public NpgsqlBatchCommand LogStatement(long after, int limit, EventFilter filter)
    {
        var statement = Statement(filter.Tenant is null ? sql.All : sql.Tenant, after, limit, filter);
        if (filter.Tenant is { } tenant)
        {
            statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
            statement.Parameters.Add(new() { Value = (object?)filter.Stream ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        }
        return statement;
    }

    /// <summary>A tenant's events behind a position that is near the head.</summary>
    public NpgsqlBatchCommand ShortTailStatement(long after, EventFilter filter)
    {
        var statement = Statement(sql.ShortTail, after, filter.Through - after, filter);
        statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = filter.Tenant! });
        return statement;
    }

    public async Task<List<RecordedEvent>> ListAsync(NpgsqlConnection connection, NpgsqlBatchCommand statement, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement } };
        if (options.PrepareStatements)
            await batch.PrepareAsync(ct);
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await ListAsync(row, ct);
    }

    public async Task<List<RecordedEvent>> ListAsync(NpgsqlDataReader row, CancellationToken ct)
    {
        using var columns = Columns();
        var events = new List<RecordedEvent>();
        while (await row.ReadAsync(ct))
            events.Add(columns.Read(row)!);
        return events;
    }

    /// <summary>Reads rows one by one.</summary>
    public EventColumns Columns(IReadOnlySet<long>? skipped = null) => new(catalog, options.KeepUnknownEvents) { Skipped = skipped };

    private NpgsqlBatchCommand Statement(string sql, long after, long limit, EventFilter filter) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<long> { TypedValue = filter.Through },
            new NpgsqlParameter<long> { TypedValue = limit }, Types(filter.Types), Time(filter.RecordedUntil),
            new NpgsqlParameter<bool> { TypedValue = filter.IncludeArchived },
        },
    };

    private static NpgsqlParameter Time(DateTimeOffset? time) =>
        new() { Value = (object?)time?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private NpgsqlParameter Types(IReadOnlyCollection<string>? types) =>
        new() { Value = types is null ? DBNull.Value : catalog.StoredUnder(types), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar };
}
