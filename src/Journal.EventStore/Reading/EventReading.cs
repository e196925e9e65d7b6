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
        return await ListAsync(connection, StreamStatement(tenant, stream, range), Columns(tenant, stream), ct);
    }

    public async Task<(TState State, long Version)> FoldAsync<TState>(
        string tenant, Guid stream, StreamRange range, TState state, Func<TState, RecordedEvent, TState> fold, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { StreamStatement(tenant, stream, range) } };
        if (options.PrepareStatements)
            await batch.PrepareAsync(ct);
        await using var row = await batch.ExecuteReaderAsync(ct);
        var columns = Columns(tenant, stream);
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
        return await ListAsync(connection, LogStatement(after, limit, filter), Columns(), ct);
    }

    public NpgsqlBatchCommand StreamStatement(string tenant, Guid stream, StreamRange range)
    {
        var statement = new NpgsqlBatchCommand(range == StreamRange.Whole ? sql.WholeStream : sql.Stream)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = tenant }, new NpgsqlParameter<Guid> { TypedValue = stream } },
        };
        if (range == StreamRange.Whole)
            return statement;
        statement.Parameters.Add(new NpgsqlParameter<long> { TypedValue = range.From });
        statement.Parameters.Add(new NpgsqlParameter<long> { TypedValue = range.To });
        statement.Parameters.Add(Time(range.RecordedUntil));
        statement.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = range.IncludeArchived });
        return statement;
    }

    /// <summary>Everybody's events.</summary>
    public NpgsqlBatchCommand LogStatement(long after, int limit, EventFilter filter) => Statement(sql.All, after, limit, filter);

    /// <summary>A statement of <see cref="TenantSql"/>.</summary>
    public NpgsqlBatchCommand TenantStatement(string sql, long after, long? limit, EventFilter filter) => WithTenant(Statement(sql, after, limit, filter), filter);

    /// <summary>A tenant's events at positions.</summary>
    public NpgsqlBatchCommand AtStatement(string sql, long[] positions, EventFilter filter)
    {
        var statement = Statement(sql, 0, 0, filter);
        statement.Parameters[0] = new NpgsqlParameter<long[]> { TypedValue = positions };
        return WithTenant(statement, filter);
    }

    /// <summary>The events of a statement.</summary>
    /// <param name="connection">Where it is run.</param>
    /// <param name="statement">It selects the columns.</param>
    /// <param name="columns">How its rows are read.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<List<RecordedEvent>> ListAsync(NpgsqlConnection connection, NpgsqlBatchCommand statement, EventColumns columns, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { statement } };
        if (options.PrepareStatements)
            await batch.PrepareAsync(ct);
        await using var row = await batch.ExecuteReaderAsync(ct);
        return await ListAsync(row, columns, ct);
    }

    public static async Task<List<RecordedEvent>> ListAsync(NpgsqlDataReader row, EventColumns columns, CancellationToken ct)
    {
        var events = new List<RecordedEvent>();
        while (await row.ReadAsync(ct))
            events.Add(columns.Read(row)!);
        return events;
    }

    /// <summary>Reads rows one by one: of one stream, of one tenant, or any.</summary>
    public EventColumns Columns(string? tenant = null, Guid? stream = null, IReadOnlySet<long>? skipped = null) =>
        new(catalog, options.KeepUnknownEvents) { Tenant = tenant, Stream = stream, Skipped = skipped };

    private static NpgsqlBatchCommand WithTenant(NpgsqlBatchCommand statement, EventFilter filter)
    {
        statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = filter.Tenant! });
        statement.Parameters.Add(new() { Value = (object?)filter.Stream ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        return statement;
    }

    private NpgsqlBatchCommand Statement(string sql, long after, long? limit, EventFilter filter) => new(sql)
    {
        Parameters =
        {
            new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<long> { TypedValue = filter.Through },
            new() { Value = (object?)limit ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint }, Types(filter.Types), Time(filter.RecordedUntil),
            new NpgsqlParameter<bool> { TypedValue = filter.IncludeArchived },
        },
    };

    private static NpgsqlParameter Time(DateTimeOffset? time) =>
        new() { Value = (object?)time?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private NpgsqlParameter Types(IReadOnlyCollection<string>? types) =>
        new() { Value = types is null ? DBNull.Value : catalog.StoredUnder(types), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar };
}
