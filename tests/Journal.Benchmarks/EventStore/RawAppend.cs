using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Benchmarks.EventStore;

/// <summary>Appends as one would by hand: one connection, one prepared batch whose parameters are set anew, the version guarded.</summary>
internal sealed class RawAppend : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlBatch batch;
    private readonly int count;

    private RawAppend(NpgsqlConnection connection, string schema, int count)
    {
        (this.connection, this.count) = (connection, count);
        batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new($"""
                    insert into {schema}.mt_streams (tenant_id, id, version, timestamp, created, is_archived) values ($1, $2, $4, now(), now(), false)
                    on conflict (tenant_id, id) do update set version = $3 + $4, timestamp = now() where mt_streams.version = $3
                    """)
                {
                    Parameters = { Text(), Id(), Number(), Number() },
                },
                Events(schema, count),
            },
        };
    }

    public static async Task<RawAppend> OpenAsync(NpgsqlDataSource db, string schema, int count)
    {
        var raw = new RawAppend(await db.OpenConnectionAsync(), schema, count);
        await raw.batch.PrepareAsync();
        return raw;
    }

    public async Task AppendAsync(string tenant, Guid stream, long version, Measured[] events)
    {
        var (head, body) = (batch.BatchCommands[0].Parameters, batch.BatchCommands[1].Parameters);
        (head[0].Value, head[1].Value, head[2].Value, head[3].Value) = (tenant, stream, version, (long)count);
        (body[0].Value, body[1].Value, body[2].Value) = (tenant, stream, version);
        if (count == 1)
            (body[3].Value, body[4].Value) = (Guid.CreateVersion7(), Encode(events[0]));
        else
            (body[3].Value, body[4].Value) = (Array.ConvertAll(events, _ => Guid.CreateVersion7()), Array.ConvertAll(events, Encode));
        if (await batch.ExecuteNonQueryAsync() != count + 1)
            throw new InvalidOperationException("Stale.");
    }

    public async ValueTask DisposeAsync()
    {
        await batch.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static NpgsqlBatchCommand Events(string schema, int count) => count == 1
        ? new($"""
            insert into {schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            values (nextval('{schema}.mt_events_sequence'), $4, $2, $3 + 1, $5, 'measured', now(), $1, false)
            """)
        {
            Parameters = { Text(), Id(), Number(), Id(), new() { NpgsqlDbType = NpgsqlDbType.Jsonb } },
        }
        : new($"""
            insert into {schema}.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, is_archived)
            select nextval('{schema}.mt_events_sequence'), e.id, $2, $3 + e.n, e.data, 'measured', now(), $1, false
            from unnest($4::uuid[], $5::jsonb[]) with ordinality as e (id, data, n) order by e.n
            """)
        {
            Parameters =
            {
                Text(), Id(), Number(), new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid }, new() { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb },
            },
        };

    private static byte[] Encode(Measured e) => JsonSerializer.SerializeToUtf8Bytes(e, MeasuredJson.Default.Measured);

    private static NpgsqlParameter Text() => new() { NpgsqlDbType = NpgsqlDbType.Varchar };

    private static NpgsqlParameter Id() => new() { NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter Number() => new() { NpgsqlDbType = NpgsqlDbType.Bigint };
}
