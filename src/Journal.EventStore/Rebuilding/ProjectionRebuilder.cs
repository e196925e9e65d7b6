using Journal.EventStore.Daemon;
using Journal.EventStore.Following;
using Journal.EventStore.Projections;
using Npgsql;

namespace Journal.EventStore.Rebuilding;

/// <summary>Builds projections anew from the whole log in one pass, beside the rows in use, and swaps them in.</summary>
/// <remarks>
/// The daemon may go on meanwhile: it follows the old rows until the swap, and goes on from the rebuilt position behind it.
/// A rebuild that was cut off leaves the old rows as they are; begin again.
/// </remarks>
public sealed class ProjectionRebuilder(PostgresEventStore store)
{
    private const int Rounds = 5;
    private const long Near = 5000;

    /// <summary>Rebuilds.</summary>
    /// <returns>The position the projections were brought to.</returns>
    /// <exception cref="RebuildRunningException">Another process is at it.</exception>
    /// <exception cref="PoisonEventException">A projection cannot take an event.</exception>
    public async Task<long> RebuildAsync(IReadOnlyCollection<IProjection> projections, RebuildOptions? options, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(projections);
        options ??= new();
        var connection = await store.Db.OpenConnectionAsync(ct);
        try
        {
            await Pooler.RefuseAsync(connection, ct);
            await LockAsync(connection, projections, ct);
            return await RebuildAsync(connection, projections, options, ct);
        }
        finally
        {
            await OwnerLock.ReleaseAsync(connection);
        }
    }

    private async Task LockAsync(NpgsqlConnection connection, IReadOnlyCollection<IProjection> projections, CancellationToken ct)
    {
        foreach (var name in projections.Select(ProgressRow.NameOf))
            if (!await OwnerLock.TryTakeAsync(connection, $"rebuild {store.Options.Schema} {name}", ct))
                throw new RebuildRunningException(name);
    }

    private async Task<long> RebuildAsync(NpgsqlConnection connection, IReadOnlyCollection<IProjection> projections, RebuildOptions options, CancellationToken ct)
    {
        var skipped = new SkippedEvents();
        while (true)
        {
            try
            {
                return await TryAsync(connection, projections, options, skipped, ct);
            }
            catch (PoisonEventException poison) when (options.OnPoison == PoisonPolicy.DeadLetter && skipped.Add(poison))
            {
                // Documents may hold half of what the event did: begin again without it.
            }
        }
    }

    private async Task<long> TryAsync(
        NpgsqlConnection connection, IReadOnlyCollection<IProjection> projections, RebuildOptions options, SkippedEvents skipped, CancellationToken ct)
    {
        var passes = new List<ProjectionPass>();
        foreach (var projection in projections)
            passes.Add(await ProjectionPass.BeginAsync(store, connection, projection, new(store.Db, store.Schema, options.MemoryBudget / projections.Count), skipped, ct));
        var clock = new RebuildClock(options.Progress);
        var highWater = new HighWater(store.Schema, 0);
        long done = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var target = await SettledAsync(highWater, connection, ct);
            await new OnePass(store, passes, clock, skipped).RunAsync(done, target, ct);
            var isNear = target - done < Near;
            done = target;
            if (isNear)
                break;
        }
        await new RebuildSwap(store, connection).RunAsync(passes, done, skipped, ct);
        clock.Finish(done);
        return done;
    }

    // Writers at work hold numbers for the length of a commit; one that holds them longer bounds the rebuild, and the daemon does the rest.
    private static async Task<long> SettledAsync(HighWater highWater, NpgsqlConnection connection, CancellationToken ct)
    {
        var settled = await highWater.PollAsync(connection, ct);
        for (var look = 0; look < 20 && settled < highWater.Head; look++)
        {
            await Task.Delay(5, ct);
            settled = await highWater.PollAsync(connection, ct);
        }
        return settled;
    }
}
