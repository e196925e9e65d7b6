using Npgsql;

namespace Journal.EventStore.Appending;

/// <summary>Appends to many streams in one transaction and keeps the order of the events in the log.</summary>
internal sealed class OrderedAppender(NpgsqlDataSource db, EventCatalog catalog, EventStoreOptions options)
{
    private readonly AppendSql[] sql = AppendSql.OfAllForms(SqlName.Quote(options.Schema));

    /// <summary>False when all of the events were there already.</summary>
    public Task<bool> AppendAsync(string tenant, IReadOnlyList<StreamAppend> runs, CancellationToken ct)
    {
        if (runs.Any(run => run.Tenant != tenant || run.Expected != ExpectedVersion.Any))
            throw new ArgumentException("Runs are of one tenant and expect any version.", nameof(runs));
        EncodedAppend[] inOrder = [.. runs.Select(run => new EncodedAppend(run, catalog))];
        EncodedAppend[] whole = [.. runs.GroupBy(run => run.Stream).OrderBy(stream => stream.Key).Select(Whole)];
        return InDoubt.ResolveAsync(_ => TryAsync(inOrder, whole, ct), options, ct);
    }

    private EncodedAppend Whole(IGrouping<Guid, StreamAppend> stream) =>
        new(stream.First() with { Events = [.. stream.SelectMany(run => run.Events)] }, catalog);

    private async Task<bool> TryAsync(EncodedAppend[] runs, EncodedAppend[] streams, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var context = new AppendContext(connection, sql, options, transaction);
        var known = await LockAndCountKnownAsync(context, streams, ct);
        if (known == streams.Sum(stream => stream.Count))
            return false;
        if (known > 0)
            throw new EventConflictException(streams[0].Append.Tenant, streams[0].Append.Stream, streams[0][0]);
        await WriteAsync(context, runs, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    // All the locks first, in the order of the ids: the runs themselves may come in any order, and writers would wait for each other in a ring.
    private static async Task<int> LockAndCountKnownAsync(AppendContext context, EncodedAppend[] streams, CancellationToken ct)
    {
        await using var batch = context.Batch(
            [.. streams.Select(stream => stream.BindLock(context.SqlOf(stream).LockStream, context.Now)), .. streams.Select(stream => stream.BindContent(context.SqlOf(stream).Known))]);
        await context.PrepareAsync(batch, ct);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var known = 0;
        foreach (var stream in streams)
        {
            for (; await reader.ReadAsync(ct); known++)
                if (!reader.GetBoolean(4))
                    throw new EventConflictException(stream.Append.Tenant, stream.Append.Stream, reader.GetGuid(0));
            await reader.NextResultAsync(ct);
        }
        return known;
    }

    // Locked and at any version, a stream takes everything unless it is archived.
    private static async Task WriteAsync(AppendContext context, EncodedAppend[] runs, CancellationToken ct)
    {
        await using var batch = context.Batch([.. runs.Select(run => run.BindWithType(context.SqlOf(run).AnyOrNone, context.Now))]);
        await context.PrepareAsync(batch, ct);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var run in runs)
        {
            if (!await reader.ReadAsync(ct))
                throw new StreamArchivedException(run.Append.Tenant, run.Append.Stream);
            await reader.NextResultAsync(ct);
        }
    }
}
