using System.Collections.Concurrent;
using Journal.EventStore;
using Journal.EventStore.Bulk;
using Npgsql;

namespace Journal.Benchmarks.EventStore;

/// <summary>The duels of writing.</summary>
internal sealed class AppendDuels(PostgresEventStore store, NpgsqlDataSource db, Func<Task> checkpoint) : IAsyncDisposable
{
    private const string Tenant = "bench";
    private const string RawSchema = "raw";
    private readonly ConcurrentBag<IAsyncDisposable> opened = [];
    private int serial;

    public IEnumerable<Duel> All() =>
    [
        new("append 1 event, 1 writer", 0.9, () => OursAsync(1, 400, 1), Raws(1, 400, 1)) { Settle = checkpoint },
        new("append 1 event, 8 writers", 0.9, () => OursAsync(8, 300, 1), Raws(8, 300, 1)) { Settle = checkpoint },
        new("append batches of 100", 0.9, () => OursAsync(1, 60, 100), Raws(1, 60, 100)) { Settle = checkpoint },
        new("bulk 200,000 events", 0.85, OursBulkAsync, RawBulkAsync) { Settle = checkpoint },
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var one in opened)
            await one.DisposeAsync();
    }

    // Every writer has a stream of its own, of 50 appends' length at most, as streams are.
    private async Task<int> OursAsync(int writers, int appends, int batch)
    {
        await Task.WhenAll(Enumerable.Range(0, writers).Select(async _ =>
        {
            var stream = Guid.NewGuid();
            for (var n = 0; n < appends; n++)
            {
                if (n % 50 == 0)
                    stream = Guid.NewGuid();
                var expected = n % 50 == 0 ? ExpectedVersion.None : ExpectedVersion.Exactly(n % 50 * batch);
                await store.AppendAsync(new StreamAppend(Tenant, stream, expected, [.. Events(n, batch).Select(e => new NewEvent(e))]), CancellationToken.None);
            }
        }));
        return writers * appends * batch;
    }

    private Func<Task<int>> Raws(int writers, int appends, int batch)
    {
        var raws = new List<RawAppend>();
        return async () =>
        {
            while (raws.Count < writers)
            {
                raws.Add(await RawAppend.OpenAsync(db, RawSchema, batch));
                opened.Add(raws[^1]);
            }
            await Task.WhenAll(raws.Select(async raw =>
            {
                var stream = Guid.NewGuid();
                for (var n = 0; n < appends; n++)
                {
                    if (n % 50 == 0)
                        stream = Guid.NewGuid();
                    await raw.AppendAsync(Tenant, stream, n % 50 * batch, Events(n, batch));
                }
            }));
            return writers * appends * batch;
        };
    }

    private async Task<int> OursBulkAsync()
    {
        var tenant = $"bulk {serial++}";
        var source = Enumerable.Range(0, 200_000).Select(n => new BulkEvent(tenant, Measurements.Stream(n % 2000), new NewEvent(Measurements.Event(n))));
        return (int)await new BulkImport(store).RunAsync(tenant, source.ToAsyncEnumerable(), null, CancellationToken.None);
    }

    private Task<int> RawBulkAsync() => RawBulk.CopyAsync(db, RawSchema, $"bulk {serial++}", 200_000, n => Measurements.Stream(n % 2000));

    private static Measured[] Events(int n, int batch) => [.. Enumerable.Range(n, batch).Select(Measurements.Event)];
}
