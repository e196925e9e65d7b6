using Journal.EventStore;
using Npgsql;

namespace Journal.Benchmarks.EventStore;

/// <summary>The duels of reading a stream and folding it. Both sides read the same rows.</summary>
internal sealed class ReadDuels(PostgresEventStore store, NpgsqlDataSource db, string schema) : IAsyncDisposable
{
    private const string Tenant = "reader";
    private RawRead? raw;

    public async Task PrepareAsync()
    {
        raw = await RawRead.OpenAsync(db, schema);
        foreach (var length in new[] { 1000, 10_000 })
            for (var n = 0; n < length; n += 1000)
                await store.AppendAsync(new StreamAppend(Tenant, Measurements.Stream(length), ExpectedVersion.Any, [.. Enumerable.Range(n, 1000).Select(m => new NewEvent(Measurements.Event(m)))]), CancellationToken.None);
    }

    public IEnumerable<Duel> All() =>
    [
        new("read a stream of 1,000", 0.85, () => OursAsync(1000, 30), () => RawAsync(1000, 30)),
        new("read a stream of 10,000", 0.85, () => OursAsync(10_000, 4), () => RawAsync(10_000, 4)),
        new("aggregate a stream of 1,000", 0.85, () => OursFoldAsync(1000, 30), () => RawFoldAsync(1000, 30)),
        new("aggregate a stream of 10,000", 0.85, () => OursFoldAsync(10_000, 4), () => RawFoldAsync(10_000, 4)),
    ];

    public async ValueTask DisposeAsync()
    {
        if (raw is not null)
            await raw.DisposeAsync();
    }

    private async Task<int> OursAsync(int length, int times)
    {
        for (var n = 0; n < times; n++)
            if ((await store.ReadStreamAsync(Tenant, Measurements.Stream(length), CancellationToken.None)).Count != length)
                throw new InvalidOperationException("Not all.");
        return length * times;
    }

    private async Task<int> RawAsync(int length, int times)
    {
        for (var n = 0; n < times; n++)
            if ((await raw!.ReadAsync(Tenant, Measurements.Stream(length))).Count != length)
                throw new InvalidOperationException("Not all.");
        return length * times;
    }

    private async Task<int> OursFoldAsync(int length, int times)
    {
        for (var n = 0; n < times; n++)
            await store.AggregateAsync(Tenant, Measurements.Stream(length), (Sum?)null, (sum, e) => Measurements.Fold(sum, (Measured)e.Data), null, CancellationToken.None);
        return length * times;
    }

    private async Task<int> RawFoldAsync(int length, int times)
    {
        for (var n = 0; n < times; n++)
            await raw!.AggregateAsync(Tenant, Measurements.Stream(length));
        return length * times;
    }
}
