using System.Globalization;
using Journal.EventStore;
using Journal.EventStore.Bulk;
using Journal.EventStore.Daemon;
using Journal.EventStore.Operations;
using Journal.EventStore.Rebuilding;
using Npgsql;

namespace Journal.StoreWorker;

/// <summary>What a worker process does until it is done or killed. It says "ready" when it begins and "done" when it ends.</summary>
public sealed class Jobs(NpgsqlDataSource db)
{
    private readonly PostgresEventStore store = new(db, Parcels.Catalog);

    public async Task RunAsync(string job, string argument, CancellationToken ct)
    {
        Say("ready");
        await (job switch
        {
            "append" => AppendAsync(int.Parse(argument, CultureInfo.InvariantCulture), ct),
            "follow" => new ProjectionDaemon(store, [new ParcelTraces()], new DaemonOptions { PageSize = 20, LongestPause = TimeSpan.FromMilliseconds(200) }).RunAsync(ct),
            "rebuild" => new ProjectionRebuilder(store).RebuildAsync([new ParcelTraces()], null, ct),
            "import" => new BulkImport(store).RunAsync("parcels", ImportSource(int.Parse(argument, CultureInfo.InvariantCulture)), new() { ChunkSize = 500 }, ct),
            "erase" => new StoreOperations(store).EraseTenantAsync(argument, new() { ChunkSize = 50, Vacuum = false }, ct),
            "draw" => DrawAndHoldAsync(ct),
            _ => throw new ArgumentOutOfRangeException(nameof(job), job, "No such job."),
        });
        Say("done");
    }

    /// <summary>Events of 50 streams in turn, the same every time.</summary>
    public static async IAsyncEnumerable<BulkEvent> ImportSource(int count)
    {
        for (var n = 0; n < count; n++)
        {
            yield return new BulkEvent("imported", new Guid(n % 50 + 1, 0, 0, new byte[8]), Parcels.Moved($"{n}"));
            if (n % 1000 == 0)
                await Task.Yield();
        }
    }

    // Says what it is about to send before, and what was acknowledged after: "try stream id", "ack stream id".
    private async Task AppendAsync(int seed, CancellationToken ct)
    {
        var random = new Random(seed);
        while (true)
        {
            var (stream, id) = (new Guid(random.Next(1, 20), 0, 0, new byte[8]), Guid.CreateVersion7());
            Say($"try {stream} {id}");
            await store.AppendAsync(new StreamAppend("ann", stream, ExpectedVersion.Any, [Parcels.Moved($"{id}") with { Id = id }]), ct);
            Say($"ack {stream} {id}");
        }
    }

    // Takes a number without ever writing, as a foreign writer may: no transaction id, no row.
    private async Task DrawAndHoldAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("select nextval('journal.mt_events_sequence')", connection, transaction);
        Say($"drew {await command.ExecuteScalarAsync(ct)}");
        await Task.Delay(Timeout.Infinite, ct);
    }

    private static void Say(string words)
    {
        Console.Out.WriteLine(words);
        Console.Out.Flush();
    }
}
