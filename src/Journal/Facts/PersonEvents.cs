using System.Runtime.CompilerServices;
using System.Text.Json;
using Journal.Sealing;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Facts;

/// <summary>Reads one person's events in the order of the log, by statements of our own: a whole history is what every report begins with, and Marten's readers take two to four times as long.</summary>
/// <param name="db">Where the events are.</param>
/// <param name="schema">The schema of Marten's tables.</param>
/// <param name="words">Opens what is sealed; null where nothing is.</param>
public sealed class PersonEvents(NpgsqlDataSource db, string schema = JournalStore.Schema, WordSealer? words = null)
{
    private const string Columns = "seq_id, id, stream_id, version, type, data, timestamp, correlation_id, causation_id, headers";
    private const string Wanted = "tenant_id = $1 and is_archived is not true";
    private readonly NpgsqlDataSource source = db;
    private readonly WordSealer sealer = words ?? WordSealer.Off;
    private readonly JsonSerializerOptions json = EventTypes.Stored(words ?? WordSealer.Off);
    private readonly PersonWall wall = new(db, schema);
    private readonly string select = $"select {Columns} from {schema}.mt_events where ";
    private readonly string count = $"select count(*) from {schema}.mt_events where {Wanted} and seq_id <= $2";
    private readonly string mark = $"select (data ->> 'Mark')::bigint from {schema}.mt_doc_rewritten where tenant_id = $1";
    private readonly string highWater = $"(select last_seq_id from {schema}.mt_event_progression where name = 'HighWaterMark')";
    private readonly string touched = $"select tenant_id, max(seq_id) from {schema}.mt_events where seq_id > $1 and seq_id <= $2 group by tenant_id";
    private readonly string version = $"select version from {schema}.mt_streams where tenant_id = $1 and id = $2";
    private readonly string beginnings = $"select stream_id, type from {schema}.mt_events where {Wanted} and version = 1 and stream_id = any($2)";

    /// <summary>A person is being erased: whoever keeps what was read lets go of it. May come several times.</summary>
    public event Action<Guid>? Forgotten;

    /// <summary>Tells those who keep what was read of a person to let go of it.</summary>
    public void Forget(Guid person)
    {
        sealer.Keys.Forget(person);
        Forgotten?.Invoke(person);
    }

    /// <summary>All of a person's events.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="recordedUntil">Append time: only what was recorded by then; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public Task<List<RecordedEvent>> ReadAsync(string tenant, DateTimeOffset? recordedUntil, CancellationToken ct) =>
        recordedUntil is { } until
            ? ListAsync(tenant, Statement($"{Wanted} and timestamp <= $2 order by seq_id", tenant, until.ToUniversalTime()), ct)
            : ListAsync(tenant, Statement($"{Wanted} order by seq_id", tenant), ct);

    /// <summary>A page of a person's events.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">The position behind which the page begins.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="types">Stored names; null for every type.</param>
    /// <param name="recordedUntil">Append time; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public Task<List<RecordedEvent>> PageAsync(
        string tenant, long after, int limit, IReadOnlyCollection<string>? types, DateTimeOffset? recordedUntil, CancellationToken ct)
    {
        var statement = Statement(
            $"{Wanted} and seq_id > $2 and ($4::varchar[] is null or type = any($4)) and ($5::timestamptz is null or timestamp <= $5) order by seq_id limit $3",
            tenant, after, limit);
        statement.Parameters.Add(new() { Value = (object?)types?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Varchar });
        statement.Parameters.Add(new() { Value = (object?)recordedUntil?.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return ListAsync(tenant, statement, ct);
    }

    /// <summary>One subject's events, oldest first.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="subject">The stream.</param>
    /// <param name="from">The version to begin with.</param>
    /// <param name="ct">Cancels.</param>
    public Task<List<RecordedEvent>> SubjectAsync(string tenant, Guid subject, long from, CancellationToken ct) =>
        ListAsync(tenant, Statement($"{Wanted} and stream_id = $2 and version >= $3 order by version", tenant, subject, from), ct);

    /// <summary>The version of one subject: the number of its events; 0 when it is not there.</summary>
    public async Task<long> VersionAsync(string tenant, Guid subject, CancellationToken ct)
    {
        await using var row = await Answer.ToAsync(this, tenant, ct, Bound(version, tenant, subject));
        return await row.Reader.ReadAsync(ct) ? row.Reader.GetInt64(0) : 0;
    }

    /// <summary>The event of an id; null when the person has none of that id.</summary>
    public async Task<RecordedEvent?> FindAsync(string tenant, Guid id, CancellationToken ct) =>
        (await ListAsync(tenant, Statement("tenant_id = $1 and id = $2", tenant, id), ct)).SingleOrDefault();

    /// <summary>The events of some ids, in the order of the log; those that the person does not have are left out.</summary>
    public Task<List<RecordedEvent>> FindAsync(string tenant, Guid[] ids, CancellationToken ct) =>
        ListAsync(tenant, Statement("tenant_id = $1 and id = any($2) order by seq_id", tenant, ids), ct);

    /// <summary>What was recorded behind a position, and by what the events at or before it are known to be the same as when they were read: their number, and the mark of the last time that words were erased from any.</summary>
    /// <remarks>
    /// Positions are drawn before a transaction commits, so an event may appear behind one that was read already; whoever keeps what was read must compare.
    /// The mark is read before the events and the number after them: what commits in between is noticed now, or the next time.
    /// </remarks>
    public Task<(List<RecordedEvent> Events, long Before)> ChangesAsync(string tenant, long after, CancellationToken ct) =>
        ChangesAsync(tenant, after, Statement($"{Wanted} and seq_id > $2 order by seq_id", tenant, after), ct);

    /// <summary>The same, but only as far as the log is settled: nothing can appear any more at or before the last of these.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">The position behind which they begin.</param>
    /// <param name="until">A position that is known to be settled; what Marten's daemon found settled since is read too.</param>
    /// <param name="ct">Cancels.</param>
    public Task<(List<RecordedEvent> Events, long Before)> SettledAsync(string tenant, long after, long until, CancellationToken ct) =>
        ChangesAsync(tenant, after, Statement($"{Wanted} and seq_id > $2 and seq_id <= greatest($3, {highWater}) order by seq_id", tenant, after, until), ct);

    /// <summary>A page of what was recorded behind a position, as far as the log is settled: whoever goes on from the last of these misses nothing.</summary>
    /// <param name="tenant">Whose.</param>
    /// <param name="after">The position behind which it begins.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    /// <remarks>Marten's daemon, in whichever process it runs, says how far that is; without one nothing is settled.</remarks>
    public Task<List<RecordedEvent>> SettledPageAsync(string tenant, long after, int limit, CancellationToken ct) =>
        ListAsync(tenant, Statement($"{Wanted} and seq_id > $2 and seq_id <= {highWater} order by seq_id limit $3", tenant, after, limit), ct);

    /// <summary>Whose events stand behind one position and at or before another, each with the last of theirs. Events that cannot be read are among them.</summary>
    public async Task<List<(string Tenant, long Last)>> TouchedAsync(long after, long until, CancellationToken ct)
    {
        await using var command = source.CreateCommand(touched);
        command.Parameters.Add(new() { Value = after });
        command.Parameters.Add(new() { Value = until });
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(string, long)>();
        while (await row.ReadAsync(ct))
            found.Add((row.GetString(0), row.GetInt64(1)));
        return found;
    }

    private async Task<(List<RecordedEvent> Events, long Before)> ChangesAsync(string tenant, long after, NpgsqlBatchCommand changes, CancellationToken ct)
    {
        await using var answer = await Answer.ToAsync(this, tenant, ct, Bound(mark, tenant), changes, Bound(count, tenant, after));
        var row = answer.Reader;
        var known = await row.ReadAsync(ct) ? row.GetInt64(0) : 0;
        await row.NextResultAsync(ct);
        var events = await ListAsync(tenant, row, ct);
        await row.NextResultAsync(ct);
        await row.ReadAsync(ct);
        return (events, known + row.GetInt64(0));
    }

    /// <summary>The position of a person's last event; null when there is none.</summary>
    public async Task<long?> LastAsync(string tenant, CancellationToken ct)
    {
        await using var row = await Answer.ToAsync(this, tenant, ct, Bound($"select max(seq_id) from {schema}.mt_events where tenant_id = $1", tenant));
        return await row.Reader.ReadAsync(ct) && !await row.Reader.IsDBNullAsync(0, ct) ? row.Reader.GetInt64(0) : null;
    }

    /// <summary>How many events a person has.</summary>
    public async Task<long> CountAsync(string tenant, CancellationToken ct)
    {
        await using var row = await Answer.ToAsync(this, tenant, ct, Bound(count, tenant, long.MaxValue));
        return await row.Reader.ReadAsync(ct) ? row.Reader.GetInt64(0) : 0;
    }

    /// <summary>How many of a person's events outside one subject name one of some ids. Looks at all of them.</summary>
    public async Task<long> NamingAsync(string tenant, Guid subject, Guid[] ids, CancellationToken ct)
    {
        var naming = Bound(
            $$"""
            select count(*) from {{schema}}.mt_events
            where {{Wanted}} and stream_id <> $2 and exists (select 1 from regexp_matches(data::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as named where named[1]::uuid = any($3))
            """,
            tenant, subject, ids);
        await using var row = await Answer.ToAsync(this, tenant, ct, naming);
        return await row.Reader.ReadAsync(ct) ? row.Reader.GetInt64(0) : 0;
    }

    /// <summary>The stored name of the event that each subject begins with; subjects that are not there are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> BeginningsAsync(string tenant, Guid[] subjects, CancellationToken ct)
    {
        await using var row = await Answer.ToAsync(this, tenant, ct, Bound(beginnings, tenant, subjects));
        var found = new Dictionary<Guid, string>();
        while (await row.Reader.ReadAsync(ct))
            found.Add(row.Reader.GetGuid(0), row.Reader.GetString(1));
        return found;
    }

    /// <summary>All of a person's events, one at a time: the memory it takes does not grow with the history.</summary>
    public async IAsyncEnumerable<RecordedEvent> EachAsync(string tenant, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var row = await Answer.ToAsync(this, tenant, ct, Statement($"{Wanted} order by seq_id", tenant));
        var before = EventHeaders.Empty;
        while (await row.Reader.ReadAsync(ct))
            yield return Event(tenant, row.Reader, ref before);
    }

    private NpgsqlBatchCommand Statement(string condition, params ReadOnlySpan<object> values) => Bound(select + condition, values);

    private static NpgsqlBatchCommand Bound(string sql, params ReadOnlySpan<object> values)
    {
        var statement = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            statement.Parameters.Add(new() { Value = value });
        return statement;
    }

    private async Task<List<RecordedEvent>> ListAsync(string tenant, NpgsqlBatchCommand statement, CancellationToken ct)
    {
        await using var row = await Answer.ToAsync(this, tenant, ct, statement);
        return await ListAsync(tenant, row.Reader, ct);
    }

    private async Task<List<RecordedEvent>> ListAsync(string tenant, NpgsqlDataReader row, CancellationToken ct)
    {
        var (events, before) = (new List<RecordedEvent>(), EventHeaders.Empty);
        while (await row.ReadAsync(ct))
            events.Add(Event(tenant, row, ref before));
        return events;
    }

    // The columns are taken in the order they come over the wire.
    private RecordedEvent Event(string tenant, NpgsqlDataReader row, ref EventHeaders before)
    {
        var (position, id, subject, version, type) = (row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4));
        using var reading = WordSealer.ReadingOf(tenant);
        var data = EventTypes.Read(type, row.GetFieldValue<ReadOnlyMemory<byte>>(5).Span, json);
        var (recorded, correlation, causation) = (new DateTimeOffset(row.GetDateTime(6)), Text(row, 7), Text(row, 8));
        var headers = row.IsDBNull(9) ? EventHeaders.Empty : before = Headers(tenant, row.GetFieldValue<ReadOnlyMemory<byte>>(9).Span, before);
        return new(position, id, tenant, subject, version, type, data, recorded, correlation, causation, headers);
    }

    // Most events came the same way as the one before.
    private EventHeaders Headers(string tenant, ReadOnlySpan<byte> stored, EventHeaders before) =>
        stored.SequenceEqual(before.Utf8) ? before : EventHeaders.Of(stored.ToArray(), text => sealer.OpenAs(text, tenant).Text);

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>The rows of statements about one person, read behind the wall where it stands, in one round trip and one transaction.</summary>
    private sealed class Answer(NpgsqlConnection connection, NpgsqlBatch batch, NpgsqlDataReader reader) : IAsyncDisposable
    {
        public NpgsqlDataReader Reader => reader;

        public static async Task<Answer> ToAsync(PersonEvents events, string tenant, CancellationToken ct, params NpgsqlBatchCommand[] statements)
        {
            var isWalled = await events.wall.StandsAsync(ct);
            var connection = await events.source.OpenConnectionAsync(ct);
            var batch = new NpgsqlBatch(connection);
            try
            {
                foreach (var statement in isWalled ? [PersonWall.Enter(tenant), .. statements] : statements)
                    batch.BatchCommands.Add(statement);
                var reader = await batch.ExecuteReaderAsync(ct);
                if (isWalled)
                    await reader.NextResultAsync(ct);
                return new(connection, batch, reader);
            }
            catch
            {
                await batch.DisposeAsync();
                await connection.DisposeAsync();
                throw;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await reader.DisposeAsync();
            await batch.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
