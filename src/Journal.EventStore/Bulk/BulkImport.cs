using System.Diagnostics;

namespace Journal.EventStore.Bulk;

/// <summary>Brings many events in by COPY, chunk by chunk, appended behind what the streams have.</summary>
/// <remarks>
/// An import has a name, and its progress is moved in the transaction of each chunk: run again with the same name and the same source,
/// it goes on where it was cut off, and does nothing when it is done. Event ids are not looked for in the streams.
/// </remarks>
public sealed class BulkImport(PostgresEventStore store)
{
    /// <summary>Imports, or goes on importing.</summary>
    /// <param name="name">Names the import: a file's name and hash, say.</param>
    /// <param name="source">The events, in the same order every time.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="ct">Cancels; what whole chunks brought in stays.</param>
    /// <returns>How many events this run brought in.</returns>
    /// <exception cref="StreamArchivedException">A stream is archived; its chunk is not in the log.</exception>
    public async Task<long> RunAsync(string name, IAsyncEnumerable<BulkEvent> source, BulkOptions? options, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(source);
        options ??= new();
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        var cursor = new BulkCursor(store, name);
        var start = await cursor.StartAsync(connection, ct);
        var (done, began) = (start, Stopwatch.GetTimestamp());
        // The next chunk is encoded while the server takes the one before.
        var writing = Task.CompletedTask;
        try
        {
            await foreach (var events in source.Skip(checked((int)start)).Chunk(options.ChunkSize).WithCancellation(ct))
            {
                var chunk = new BulkChunk(events, store.Catalog);
                await writing;
                writing = WriteAsync(chunk);
            }
            await writing;
        }
        finally
        {
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        return done - start;

        async Task WriteAsync(BulkChunk chunk)
        {
            await new BulkWriter(store, connection, cursor).WriteAsync(chunk, done, ct);
            done += chunk.Count;
            options.Progress?.Report(new(done, (done - start) / Math.Max(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.001)));
        }
    }
}
