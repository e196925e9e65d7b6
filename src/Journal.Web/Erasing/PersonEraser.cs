using JasperFx.Events.Projections;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web.Access;
using Marten;
using Npgsql;

namespace Journal.Web.Erasing;

/// <summary>Erases a person, step by step. Each step may be done again, by whatever process: what is known of it stands in the request, and the rest is seen from the tables.</summary>
/// <remarks>
/// First what lets them in, and the person, without whom nobody begins to write into their history (<see cref="HistoriesOfPeople"/>). Then every row that is theirs or names
/// them, in whatever table. Who was writing at that moment, and a page that a projection had read before, may still bring rows back: so the tables are gone through again until
/// those have ended, the projections have passed the last of the events, and nothing came for a while.
/// </remarks>
public sealed class PersonEraser(IDocumentStore store, NpgsqlDataSource db, PersonEvents events, JournalServerOptions options, TimeProvider clock)
{
    /// <summary>For how long nothing may have come back. Every serving process has looked by then which memories it must let go of.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    private const string Requests = "mt_doc_erasurerequest";
    private const string OfNobody = "*DEFAULT*";

    /// <summary>Shuts the person out: from the next request on nothing lets them in, on any node, and nothing is written into their history any more.</summary>
    /// <returns>The request as it stands now; null where it was taken back, or is done.</returns>
    public async Task<ErasureRequest?> BeginAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await HoldAsync(session, person, ct) is not { Begun: null } request)
            return await session.LoadAsync<ErasureRequest>(person, ct);
        request = request with { Begun = clock.GetUtcNow(), Events = await events.CountAsync(Author.TenantOf(person), ct), Line = Guid.NewGuid() };
        session.DeleteWhere<CredentialDocument>(credential => credential.Person == person);
        session.Delete<Person>(person);
        // Before anything else of theirs: what is left of their words anywhere cannot be read from here on.
        session.Delete<PersonKeyDocument>(person);
        session.Store(request);
        await session.SaveChangesAsync(ct);
        return request;
    }

    /// <summary>A person's wish, which nobody else changes until the session's transaction ends; null where there is none.</summary>
    internal async Task<ErasureRequest?> HoldAsync(IDocumentSession session, Guid person, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        await using var hold = new NpgsqlCommand($"select 1 from {options.Table(Requests)} where id = $1 for update");
        hold.Parameters.Add(new() { Value = person });
        await session.ExecuteAsync(hold, ct);
        return await session.LoadAsync<ErasureRequest>(person, ct);
    }

    /// <summary>Erases what there is, and what has come back.</summary>
    /// <returns>True when that was the last time: nothing is left, and nothing can come any more.</returns>
    public async Task<bool> GoOnAsync(ErasureRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Begun is null)
            return false;
        events.Forget(request.Id);
        var isPassed = await IsPassedAsync(request, ct);
        var hasSettled = clock.GetUtcNow() - request.Quiet >= Settling;
        var erased = await DeleteAsync(request.Id, ct);
        var isDone = isPassed && hasSettled && erased == 0;
        if (isDone || request.Quiet is null)
            await KeepAsync(isDone ? null : request.Shut is { } shut ? await WritingAsync(shut, ct) ?? request : request with { Shut = await AtAsync<DateTime>("select clock_timestamp()", ct) });
        return isDone;

        // Where another process did the same a moment ago, it is done once more.
        async Task KeepAsync(ErasureRequest? now)
        {
            await using var session = store.LightweightSession();
            if (now is null)
            {
                session.Delete<ErasureRequest>(request.Id);
                session.Store(new Erasure(request.Line, clock.GetUtcNow(), request.Events));
                session.Store(ErasedSpace.New());
            }
            else
            {
                session.Store(now);
            }

            await session.SaveChangesAsync(ct);
        }

        // Whoever writes into a history holds a lock on the table of streams until the end of their transaction, and took it before they were asked whose history it is.
        async Task<ErasureRequest?> WritingAsync(DateTimeOffset shut, CancellationToken cancel) => await AtAsync<bool>(
            $"""
            select exists (select 1 from pg_locks l left join pg_stat_activity a on a.pid = l.pid
                where l.database = (select oid from pg_database where datname = current_database()) and l.relation = '{options.Table("mt_streams")}'::regclass
                    and l.mode = 'RowExclusiveLock' and coalesce(a.xact_start <= '{shut.UtcDateTime:O}', true))
            """,
            cancel)
            ? null
            : request with { Quiet = clock.GetUtcNow(), Last = await AtAsync<long>($"select last_value from {options.Table("mt_events_sequence")}", cancel) };
    }

    private async Task<T> AtAsync<T>(string question, CancellationToken ct)
    {
        await using var command = db.CreateCommand(question);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    // A page in flight ends behind the progress that is stored, and no further than the log was known to reach.
    private async Task<bool> IsPassedAsync(ErasureRequest request, CancellationToken ct)
    {
        var progress = (await store.Advanced.AllProjectionProgress(token: ct)).ToDictionary(state => state.ShardName, state => state.Sequence);
        var goal = Math.Min(request.Last, progress.GetValueOrDefault(ShardState.HighWaterMark));
        return store.Advanced.AllAsyncProjectionShardNames().All(shard => progress.GetValueOrDefault(shard.Identity) >= goal);
    }

    private async Task<long> DeleteAsync(Guid person, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var statements = await StatementsAsync(connection, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var erased = 0L;
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement, connection, transaction) { CommandTimeout = 0 };
            command.Parameters.Add(new() { Value = Author.TenantOf(person) });
            command.Parameters.Add(new() { Value = $"%{Author.TenantOf(person)}%" });
            erased += await command.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return erased;
    }

    // Found in the catalogue, so that no table can be forgotten, the message store's and those that are yet to come included.
    private async Task<IReadOnlyList<string>> StatementsAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var columns = new NpgsqlCommand(
            """
            select c.relname, a.attname, t.typname
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
            where c.relnamespace = to_regnamespace($1) and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> $2
            order by c.relname = 'mt_streams', c.relname <> 'mt_events', c.relname, a.attnum
            """,
            connection);
        columns.Parameters.Add(new() { Value = options.Schema });
        columns.Parameters.Add(new() { Value = Requests });
        await using var row = await columns.ExecuteReaderAsync(ct);
        var tables = new List<(string Table, string Column, string Type)>();
        while (await row.ReadAsync(ct))
            tables.Add((row.GetString(0), row.GetString(1), row.GetString(2)));
        return [.. tables.GroupBy(one => one.Table).Select(table => Statement(table.Key, [.. table.Select(one => (one.Column, one.Type))])).OfType<string>()];
    }

    private string? Statement(string table, IReadOnlyList<(string Name, string Type)> columns)
    {
        var isByTenant = columns.Any(column => column.Name == "tenant_id");
        var names = columns.Select(column => column.Type switch
        {
            "uuid" => $"\"{column.Name}\" = $1::uuid",
            "text" or "varchar" when column.Name != "tenant_id" => $"\"{column.Name}\" like $2",
            "json" or "jsonb" => $"\"{column.Name}\"::text like $2",
            "bytea" => $"position(convert_to($1, 'UTF8') in \"{column.Name}\") > 0",
            _ => null,
        }).OfType<string>().ToList();
        var named = names.Count == 0 ? null : $"({string.Join(" or ", names)})";
        // What they wrote into somebody else's journal. By this column alone: an id that stands in another's words is nothing of theirs.
        var written = columns.Any(column => column is ("author", "uuid")) ? " or \"author\" = $1::uuid" : "";
        var condition = !isByTenant ? named : named is null ? "tenant_id = $1" : $"tenant_id = $1 or (tenant_id = '{OfNobody}' and {named})";
        // Every statement takes both values, whichever it looks at.
        return condition is null ? null : $"delete from {options.Table($"\"{table}\"")} where ($1::text is not null and $2::text is not null) and ({condition}{written})";
    }
}
