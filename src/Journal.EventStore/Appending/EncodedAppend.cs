using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore.Appending;

/// <summary>An append with its bodies encoded, one array a column, ready to be bound as often as it takes.</summary>
internal sealed class EncodedAppend
{
    private readonly Guid[] ids;
    private readonly string[] types;
    private readonly byte[][] bodies;

    public EncodedAppend(StreamAppend append, EventCatalog catalog)
    {
        AppendCheck.Validate(append);
        Append = append;
        var count = append.Events.Count;
        (ids, types, bodies) = (new Guid[count], new string[count], new byte[count][]);
        var isFull = false;
        for (var i = 0; i < count; i++)
        {
            var e = append.Events[i];
            (types[i], bodies[i]) = catalog.Stored(e.Data);
            ids[i] = e.Id;
            IsIdSent |= e.IsIdSent;
            isFull |= e.CorrelationId is not null || e.CausationId is not null || !e.Headers.IsEmpty;
        }
        Form = isFull ? EventForm.Full : count == 1 ? EventForm.One : EventForm.Many;
    }

    public StreamAppend Append { get; }

    public EventForm Form { get; }

    public int Count => ids.Length;

    public Guid this[int index] => ids[index];

    /// <summary>True when the writer chose an id, so that the same events may have come before.</summary>
    public bool IsIdSent { get; }

    public NpgsqlBatchCommand Bind(string sql, DateTimeOffset? now)
    {
        var command = Stream(sql);
        command.Parameters.Add(Append.Expected.Version is { } version
            ? new NpgsqlParameter<long> { TypedValue = version }
            : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Count });
        command.Parameters.Add(Time(now));
        if (Form == EventForm.One)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ids[0] });
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = types[0] });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = bodies[0], NpgsqlDbType = NpgsqlDbType.Jsonb });
            return command;
        }
        AddArrays(command);
        if (Form == EventForm.Full)
        {
            command.Parameters.Add(Column(e => e.CorrelationId, NpgsqlDbType.Varchar));
            command.Parameters.Add(Column(e => e.CausationId, NpgsqlDbType.Varchar));
            command.Parameters.Add(Column(e => e.Headers.IsEmpty ? null : e.Headers.Utf8, NpgsqlDbType.Jsonb));
        }
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
        AddArrays(command);
        return command;
    }

    public NpgsqlBatchCommand Stream(string sql) => new(sql)
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = Append.Tenant }, new NpgsqlParameter<Guid> { TypedValue = Append.Stream } },
    };

    private NpgsqlParameter StreamType => new() { Value = (object?)Append.StreamType ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter Time(DateTimeOffset? now) =>
        new() { Value = (object?)now?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    private void AddArrays(NpgsqlBatchCommand command)
    {
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = ids });
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = types });
        command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = bodies, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
    }

    private NpgsqlParameter Column<T>(Func<NewEvent, T?> value, NpgsqlDbType type) where T : class =>
        new() { Value = Append.Events.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
