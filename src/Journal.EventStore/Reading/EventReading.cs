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
        await using var command = new NpgsqlCommand(sql.Stream, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = tenant }, new NpgsqlParameter<Guid> { TypedValue = stream },
                new NpgsqlParameter<long> { TypedValue = range.From }, new NpgsqlParameter<long> { TypedValue = range.To },
                Time(range.RecordedUntil), new NpgsqlParameter<bool> { TypedValue = range.IncludeArchived },
            },
        };
        return await ListAsync(command, ct);
    }

    /// <summary>Events in the order of the log, at most <paramref name="limit"/>.</summary>
    public async Task<List<RecordedEvent>> LogAsync(long after, int limit, EventFilter filter, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var command = LogCommand(connection, after, limit, filter);
        return await ListAsync(command, ct);
    }

    public NpgsqlCommand LogCommand(NpgsqlConnection connection, long after, int limit, EventFilter filter)
    {
        var command = Command(filter.Tenant is null ? sql.All : sql.Tenant, connection, after, limit, filter);
        if (filter.Tenant is { } tenant)
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
            command.Parameters.Add(new() { Value = (object?)filter.Stream ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        }
        return command;
    }

    /// <summary>A tenant's events behind a position that is near the head.</summary>
    public NpgsqlCommand ShortTailCommand(NpgsqlConnection connection, long after, EventFilter filter)
    {
        var command = Command(sql.ShortTail, connection, after, filter.Through - after, filter);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = filter.Tenant! });
        return command;
    }

    public async Task<List<RecordedEvent>> ListAsync(NpgsqlCommand command, CancellationToken ct)
    {
        if (options.PrepareStatements)
            await command.PrepareAsync(ct);
        await using var row = await command.ExecuteReaderAsync(ct);
        using var columns = new EventColumns(catalog);
        var events = new List<RecordedEvent>();
        while (await row.ReadAsync(ct))
            events.Add(columns.Read(row));
        return events;
    }

    private static NpgsqlCommand Command(string sql, NpgsqlConnection connection, long after, long limit, EventFilter filter) => new(sql, connection)
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

    private static NpgsqlParameter Types(IReadOnlyCollection<string>? types) =>
        new() { Value = types is null ? DBNull.Value : types.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar };
}
