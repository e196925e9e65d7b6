using Journal.EventStore.Projections;
using Npgsql;
using NpgsqlTypes;

namespace Journal.EventStore.Daemon;

/// <summary>Events that a follower could not take.</summary>
internal sealed class DeadLetters(PostgresEventStore store)
{
    /// <summary>Sets down the first event behind a position that the follower wants.</summary>
    /// <returns>Its position.</returns>
    public async Task<long> BuryAsync(ProjectionTransaction work, Follower follower, long after, Exception failure, int attempts, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            insert into {store.Schema}.store_dead_letters (tenant_id, name, seq_id, event_id, type, error, attempts)
            select tenant_id, $1, seq_id, id, type, $4, $5 from {store.Schema}.mt_events
            where seq_id > $2 and ($3::varchar[] is null or type = any($3)) and is_archived is not true
            order by seq_id limit 1
            returning seq_id
            """, work.Connection, work.Transaction)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = follower.Name }, new NpgsqlParameter<long> { TypedValue = after },
                new() { Value = follower.Types is { } types ? store.Catalog.StoredUnder(types) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar },
                // Not the message: it may quote the event, and a person's words stay out of what operators read.
                new NpgsqlParameter<string> { TypedValue = failure.GetType().Name + (failure is EventStoreException known ? $" ({known.Code})" : "") },
                new NpgsqlParameter<int> { TypedValue = attempts },
            },
        };
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<IReadOnlyList<DeadLetter>> ReadAsync(string? name, CancellationToken ct)
    {
        await using var command = store.Db.CreateCommand($"""
            select name, seq_id, tenant_id, event_id, type, error, attempts, recorded_at from {store.Schema}.store_dead_letters
            where $1::text is null or name = $1 order by name, seq_id
            """);
        command.Parameters.Add(new() { Value = (object?)name ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var row = await command.ExecuteReaderAsync(ct);
        var letters = new List<DeadLetter>();
        while (await row.ReadAsync(ct))
            letters.Add(new(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetGuid(3), row.GetString(4), row.GetString(5), row.GetInt32(6),
                row.GetFieldValue<DateTimeOffset>(7)));
        return letters;
    }
}

/// <summary>An event that a projection or subscription went on without.</summary>
/// <param name="Name">The progress row.</param>
/// <param name="Position">The event's position in the log.</param>
/// <param name="Tenant">Whose event it is.</param>
/// <param name="EventId">Its id.</param>
/// <param name="Type">Its stored name.</param>
/// <param name="Error">The kind of failure, without the words of it.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="RecordedAt">When it was given up.</param>
public sealed record DeadLetter(string Name, long Position, string Tenant, Guid EventId, string Type, string Error, int Attempts, DateTimeOffset RecordedAt);
