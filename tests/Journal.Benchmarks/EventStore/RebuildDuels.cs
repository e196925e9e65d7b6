using Journal.EventStore;
using Journal.EventStore.Bulk;
using Journal.EventStore.Projections;
using Journal.EventStore.Rebuilding;
using Npgsql;

namespace Journal.Benchmarks.EventStore;

/// <summary>The duels of rebuilding: 200,000 events over 2,000 streams, in turn and stream after stream.</summary>
internal sealed class RebuildDuels(BenchServer server)
{
    public const int Events = 200_000;
    private const int Streams = 2000;

    public async Task<IReadOnlyList<Duel>> PrepareAsync()
    {
        var interleaved = await FilledAsync("interleaved", n => n % Streams);
        var contiguous = await FilledAsync("contiguous", n => n / (Events / Streams));
        IProjection[] three = [new Sums(), new Sums("Second"), new Sums("Third")];
        return
        [
            new("rebuild, interleaved", 0.7, () => OursAsync(interleaved, [new Sums()]), () => RawRebuild.RunAsync(server.Db, "interleaved")),
            new("rebuild, contiguous", 0.7, () => OursAsync(contiguous, [new Sums()]), () => RawRebuild.RunAsync(server.Db, "contiguous")),
            new("rebuild of 3 projections, interleaved", 0.7, () => OursAsync(interleaved, three), () => RawThreeAsync(server.Db, "interleaved")),
        ];
    }

    public static async Task<int> OursAsync(PostgresEventStore store, IProjection[] projections)
    {
        await new ProjectionRebuilder(store).RebuildAsync(projections, null, CancellationToken.None);
        return Events * projections.Length;
    }

    // By hand it is one pass for each.
    private static async Task<int> RawThreeAsync(NpgsqlDataSource db, string schema) =>
        await RawRebuild.RunAsync(db, schema) + await RawRebuild.RunAsync(db, schema) + await RawRebuild.RunAsync(db, schema);

    private async Task<PostgresEventStore> FilledAsync(string schema, Func<int, int> streamOf)
    {
        var store = await server.StoreAsync(schema);
        var source = Enumerable.Range(0, Events).Select(n => new BulkEvent("t" + streamOf(n) % 100, Measurements.Stream(streamOf(n)), new NewEvent(Measurements.Event(n))));
        await new BulkImport(store).RunAsync("fill", source.ToAsyncEnumerable(), null, CancellationToken.None);
        await server.ExecuteAsync($"vacuum analyze {schema}.mt_events");
        return store;
    }
}
