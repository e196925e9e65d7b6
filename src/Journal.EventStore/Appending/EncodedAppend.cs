using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore.Appending;

/// <summary>An append with its bodies encoded, one array a column, ready to be bound as often as it takes.</summary>
internal sealed class EncodedAppend
{
    private readonly Guid[] ids;
    private readonly string[] types;
    private readonly byte[][] bodies;
    private readonly string?[]? correlations, causations;
    private readonly byte[]?[]? headers;

    public EncodedAppend(StreamAppend append, EventCatalog catalog)
    {
        Validate(append);
        Append = append;
        var count = append.Events.Count;
        (ids, types, bodies) = (new Guid[count], new string[count], new byte[count][]);
        for (var i = 0; i < count; i++)
        {
            var data = append.Events[i].Data;
            (ids[i], types[i], bodies[i]) = (append.Events[i].Id, catalog.NameOf(data.GetType()), catalog.Encode(data));
        }
        correlations = Column(append.Events, e => e.CorrelationId);
        causations = Column(append.Events, e => e.CausationId);
        headers = Column(append.Events, e => e.Headers.IsEmpty ? null : e.Headers.Utf8);
        IsIdSent = append.Events.Any(e => e.IsIdSent);
    }

    public StreamAppend Append { get; }

    public int Count => ids.Length;

    public Guid this[int index] => ids[index];

    /// <summary>True when the writer chose an id, so that the same events may have come before.</summary>
    public bool IsIdSent { get; }

    public NpgsqlBatchCommand Bind(string sql, DateTimeOffset? now)
    {
        var command = Stream(sql);
        command.Parameters.Add(new() { Value = (object?)Append.Expected.Version ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Count });
        command.Parameters.Add(Time(now));
        AddContent(command);
        command.Parameters.Add(Nullable(correlations, NpgsqlDbType.Varchar));
        command.Parameters.Add(Nullable(causations, NpgsqlDbType.Varchar));
        command.Parameters.Add(Nullable(headers, NpgsqlDbType.Jsonb));
        return command;
    }

    public NpgsqlBatchCommand BindWithType(string sql, DateTimeOffset? now)
    {
        var command = Bind(sql, now);
        command.Parameters.Add(StreamType);
        return command;
    }

    public NpgsqlBatchCommand BindLock(string sql, DateTimeOffset? now)
    {
        var command = Stream(sql);
        command.Parameters.Add(StreamType);
        command.Parameters.Add(Time(now));
        return command;
    }

    public NpgsqlBatchCommand BindContent(string sql)
    {
        var command = Stream(sql);
        AddContent(command);
        return command;
    }

    public NpgsqlBatchCommand Stream(string sql) => new(sql)
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = Append.Tenant }, new NpgsqlParameter<Guid> { TypedValue = Append.Stream } },
    };

    private NpgsqlParameter StreamType => new() { Value = (object?)Append.StreamType ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter Time(DateTimeOffset? now) =>
        new() { Value = (object?)now?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private void AddContent(NpgsqlBatchCommand command)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = types });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = bodies, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
    }

    private static NpgsqlParameter Nullable(object? column, NpgsqlDbType type) =>
        new() { Value = column ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | type };

    // A column that is null throughout is sent as one null.
    private static T?[]? Column<T>(IReadOnlyList<NewEvent> events, Func<NewEvent, T?> value) where T : class =>
        events.Any(e => value(e) is not null) ? [.. events.Select(value)] : null;

    private static void Validate(StreamAppend append)
    {
        ArgumentNullException.ThrowIfNull(append);
        ArgumentException.ThrowIfNullOrEmpty(append.Tenant, nameof(append));
        if (append.Stream == Guid.Empty)
            throw new ArgumentException("A stream id is not empty.", nameof(append));
        if (append.Events.Count == 0)
            throw new ArgumentException("An append has at least one event.", nameof(append));
        if (append.Events.Count > 1 && append.Events.Select(e => e.Id).Distinct().Count() < append.Events.Count)
            throw new ArgumentException("Two events of the append have the same id.", nameof(append));
    }
}
