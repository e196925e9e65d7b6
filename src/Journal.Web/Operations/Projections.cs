using Journal.Facts;
using Marten;
using Npgsql;

namespace Journal.Web.Operations;

/// <summary>What the journal's projections have made of the log, and making it anew.</summary>
public sealed class Projections(IDocumentStore store, NpgsqlDataSource db, JournalServerOptions options, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until the projections hold every event that is committed now. Where no server is at it, they are brought there from here.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var target = await EndOfLogAsync(ct);
        for (var (reached, since) = (await ReachedAsync(ct), clock.GetTimestamp()); reached < target;)
        {
            await Task.Delay(Look, clock, ct);
            var now = await ReachedAsync(ct);
            if (now > reached)
                (reached, since) = (now, clock.GetTimestamp());
            else if (!options.RunDaemon && clock.GetElapsedTime(since) > Patience)
                await RunAsync(ct);
        }
    }

    /// <summary>Brings them up to date by a daemon of this process. For when no other is at it.</summary>
    internal async Task RunAsync(CancellationToken ct)
    {
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.CatchUpAsync(ct);
    }

    /// <summary>Makes them anew from the log, beside those in use.</summary>
    /// <returns>The position up to which they are made.</returns>
    public async Task<long> RebuildAsync(CancellationToken ct)
    {
        using var daemon = await store.BuildProjectionDaemonAsync();
        await daemon.RebuildProjectionAsync(FactsProjection.ProjectionName, Timeout.InfiniteTimeSpan, ct);
        return await ReachedAsync(ct);
    }

    /// <summary>A person's facts as the projection keeps them.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, Fact>> FactsAsync(IDocumentStore from, string tenant, CancellationToken ct)
    {
        await using var session = from.QuerySession(tenant);
        return (await session.Query<FactDocument>().ToListAsync(ct)).ToDictionary(document => document.Id, document => document.Fact);
    }

    private async Task<long> EndOfLogAsync(CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select coalesce(max(seq_id), 0) from {options.Table("mt_events")}");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    private async Task<long> ReachedAsync(CancellationToken ct)
    {
        var progress = await store.Advanced.AllProjectionProgress(token: ct);
        return store.Advanced.AllAsyncProjectionShardNames().Min(shard => progress.FirstOrDefault(state => state.ShardName == shard.Identity)?.Sequence ?? 0);
    }
}
