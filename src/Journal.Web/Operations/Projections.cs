using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Journal.Facts;
using Journal.Web.ReadModels;
using Marten;
using Marten.Exceptions;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>What the journal's projections have made of the log, and making it anew.</summary>
public sealed class Projections(IDocumentStore store, NpgsqlDataSource db, JournalServerOptions options, TimeProvider clock)
{
    private const int Many = 5_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LastPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the projections hold every event that is committed now. Where no server is at it, they are brought there from here.</summary>
    /// <exception cref="ProjectionsStandException">One does not go on.</exception>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var target = await EndOfLogAsync(ct);
        var (reached, since, tried) = (await ReachedAsync(ct), clock.GetTimestamp(), clock.GetTimestamp());
        while (reached.Slowest < target)
        {
            await Task.Delay(Look, clock, ct);
            if (await ReachedAsync(ct) is var now && now != reached)
            {
                (reached, since, tried) = (now, clock.GetTimestamp(), clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(since) > LastPatience)
            {
                throw new ProjectionsStandException([.. (await ListAsync(ct)).Where(one => one.Position < target).Select(one => one.Name)]);
            }
            else if (clock.GetElapsedTime(tried) > Patience)
            {
                await HelpAsync(ct);
                tried = clock.GetTimestamp();
            }
        }
    }

    /// <summary>Brings them up to date by a daemon of this process. For when no other is at it.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        using var daemon = await store.BuildProjectionDaemonAsync();
        await (await BehindAsync(ct) <= Many ? daemon.CatchUpAsync(ct).WaitAsync(LastPatience, clock, ct) : RunTogetherAsync(daemon, ct));
    }

    // Marten's catching up makes one projection after the other. Its agents make all of them at once, and read a page ahead of the one they write.
    private async Task RunTogetherAsync(IProjectionDaemon daemon, CancellationToken ct)
    {
        var target = await EndOfLogAsync(ct);
        await daemon.StartAllAsync();
        try
        {
            var (reached, since) = (await ReachedAsync(ct), clock.GetTimestamp());
            while (reached.Slowest < target && clock.GetElapsedTime(since) < LastPatience)
            {
                await Task.Delay(Look, clock, ct);
                if (await ReachedAsync(ct) is var now && now != reached)
                    (reached, since) = (now, clock.GetTimestamp());
            }
        }
        finally
        {
            await daemon.StopAllAsync();
        }
    }

    /// <summary>Makes projections anew: forgets what they made, and lets whoever keeps them begin at the first event. People's records, which reports and lists are made of, are read meanwhile as ever.</summary>
    /// <param name="name">Of one; null for all.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The position up to which they are made; null when there is none of that name.</returns>
    /// <remarks>
    /// Not by Marten's own rebuild: beside a server that keeps the same projection, it leaves one of the two stopped. Here every page, whoever's it is, is guarded by the progress
    /// that it is committed with; and a page in flight is waited for before anything is forgotten.
    /// </remarks>
    public async Task<long?> RebuildAsync(string? name, CancellationToken ct)
    {
        var sources = ((DocumentStore)store).Options.Projections.All.Where(source => source.Lifecycle == ProjectionLifecycle.Async && (name is null || source.Name == name)).ToList();
        if (sources.Count == 0)
            return null;
        foreach (var source in sources)
            await ForgetAsync(source, ct);
        await CatchUpAsync(ct);
        return (await ReachedAsync(ct)).Slowest;
    }

    /// <summary>Events that the slowest projection has not read yet.</summary>
    public async Task<long> BehindAsync(CancellationToken ct) => Math.Max(0, await EndOfLogAsync(ct) - (await ReachedAsync(ct)).Slowest);

    /// <summary>Every projection: how far it is, and what it left out.</summary>
    public async Task<IReadOnlyList<ProjectionState>> ListAsync(CancellationToken ct)
    {
        var (end, progress) = (await EndOfLogAsync(ct), await store.Advanced.AllProjectionProgress(token: ct));
        await using var session = store.QuerySession();
        var letters = (await session.Query<DeadLetterEvent>().ToListAsync(ct)).ToLookup(letter => letter.ProjectionName);
        return
        [
            .. store.Advanced.AllAsyncProjectionShardNames().OrderBy(shard => shard.Name, StringComparer.Ordinal).Select(shard =>
            {
                var position = progress.FirstOrDefault(state => state.ShardName == shard.Identity)?.Sequence ?? 0;
                return new ProjectionState(shard.Name, shard.Version, position, Math.Max(0, end - position), letters[shard.Name].Count());
            }),
        ];
    }

    /// <summary>The last of what projections left out, in the order of the log.</summary>
    /// <param name="most">How many at most, from the end.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<LeftOut>> LeftOutAsync(int most, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var letters = await session.Query<DeadLetterEvent>().OrderByDescending(letter => letter.EventSequence).Take(most).ToListAsync(ct);
        if (letters.Count == 0)
            return [];
        var people = await TenantsAsync([.. letters.Select(letter => letter.EventSequence)], ct);
        return
        [
            .. letters.Select(letter => new LeftOut(letter.ProjectionName, people.GetValueOrDefault(letter.EventSequence) ?? letter.TenantId, letter.EventSequence, letter.ExceptionMessage))
                .DistinctBy(one => (one.Projection, one.Position)).OrderBy(one => one.Position).ThenBy(one => one.Projection, StringComparer.Ordinal),
        ];
    }

    /// <summary>Tries again what was left out: projections whose events can be read by now, or are gone, are made anew, and their dead letters go.</summary>
    /// <returns>How many were tried again, and how many still cannot be read.</returns>
    public async Task<(int Tried, int Left)> ReplayDeadLettersAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var letters = await session.Query<DeadLetterEvent>().ToListAsync(ct);
        var unreadable = await UnreadableAsync([.. letters.Select(letter => letter.EventSequence)], ct);
        var again = letters.Where(letter => !unreadable.Contains(letter.EventSequence)).ToList();
        foreach (var name in again.Select(letter => letter.ProjectionName).Distinct())
            await RebuildAsync(name, ct);
        return (again.Count, letters.Count - again.Count);
    }

    private async Task<long> EndOfLogAsync(CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select coalesce(max(seq_id), 0) from {options.Table("mt_events")}");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<(long Slowest, long All)> ReachedAsync(CancellationToken ct)
    {
        var progress = await store.Advanced.AllProjectionProgress(token: ct);
        var positions = store.Advanced.AllAsyncProjectionShardNames().Select(shard => progress.FirstOrDefault(state => state.ShardName == shard.Identity)?.Sequence ?? 0).ToList();
        return (positions.Min(), positions.Sum());
    }

    // What is left out again writes its dead letter again. Those of events that cannot be read stay where they were written once for each event.
    private async Task ForgetAsync(IProjectionSource<IDocumentOperations, IQuerySession> source, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var letters = await session.Query<DeadLetterEvent>().Where(letter => letter.ProjectionName == source.Name).ToListAsync(ct);
        var kept = source.Name == AlignmentProjection.ProjectionName ? await UnreadableAsync([.. letters.Select(letter => letter.EventSequence)], ct) : [];
        var progress = source.ShardNames().Select(shard => shard.Identity).ToArray();

        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await RunAsync("select 1 from {0} where name = any($1) for update", "mt_event_progression", progress);
        foreach (var document in source.Options.StorageTypes.Distinct())
            await RunAsync("delete from {0} where $1::text[] is not null", store.Options.FindOrResolveDocumentType(document).TableName.Name, progress);
        await RunAsync("delete from {0} where id = any($1)", "mt_doc_deadletterevent", letters.Where(letter => !kept.Contains(letter.EventSequence)).Select(letter => letter.Id).ToArray());
        await RunAsync("delete from {0} where name = any($1)", "mt_event_progression", progress);
        await transaction.CommitAsync(ct);

        async Task RunAsync(string sql, string table, object value)
        {
            await using var command = new NpgsqlCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, options.Table(table)), connection, transaction) { CommandTimeout = 0 };
            command.Parameters.Add(new() { Value = value });
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    // A server may be at it after all: whoever's page comes second is refused, and goes on from the other's.
    private async Task HelpAsync(CancellationToken ct)
    {
        try
        {
            await RunAsync(ct);
        }
        catch (Exception second) when (second is TimeoutException or ProgressionProgressOutOfOrderException or EventLoaderException or AggregateException or MartenCommandException)
        {
            // Whether they went on is what the next look shows.
        }
    }

    private async Task<Dictionary<long, string>> TenantsAsync(long[] positions, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select seq_id, tenant_id from {options.Table("mt_events")} where seq_id = any($1)");
        command.Parameters.Add(new() { Value = positions });
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new Dictionary<long, string>();
        while (await row.ReadAsync(ct))
            found.Add(row.GetInt64(0), row.GetString(1));
        return found;
    }

    private async Task<HashSet<long>> UnreadableAsync(long[] positions, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select seq_id, type, data from {options.Table("mt_events")} where seq_id = any($1)");
        command.Parameters.Add(new() { Value = positions });
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new HashSet<long>();
        while (await row.ReadAsync(ct))
        {
            if (EventTypes.Read(row.GetString(1), row.GetFieldValue<byte[]>(2)) is UnreadableEvent)
                found.Add(row.GetInt64(0));
        }

        return found;
    }
}

/// <summary>How far a projection is.</summary>
/// <param name="Name">What the daemon calls it.</param>
/// <param name="Version">Of its documents.</param>
/// <param name="Position">The last event of the log that it has seen.</param>
/// <param name="Behind">How many positions the log's end is ahead of it.</param>
/// <param name="LeftOut">How many events it left out.</param>
public sealed record ProjectionState(string Name, uint Version, long Position, long Behind, int LeftOut);

/// <summary>An event that a projection left out.</summary>
/// <param name="Person">Whose it is; null where that is not known.</param>
/// <param name="Position">Its place in the log.</param>
/// <param name="Reason">Why; no word of the event's body.</param>
public sealed record LeftOut(string Projection, string? Person, long Position, string Reason);

/// <summary>Projections do not go on, though there are events for them.</summary>
/// <param name="names">Which.</param>
public sealed class ProjectionsStandException(IReadOnlyList<string> names)
    : Exception($"These projections do not go on: {string.Join(", ", names)}. The server's log says why; once that is mended, journal projections resume takes them up.");
