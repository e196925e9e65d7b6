using Npgsql;

namespace Journal.EventStore.Appending;

/// <summary>Appends to streams in one round trip, whatever their number.</summary>
internal static class StreamAppender
{
    /// <summary>One answer per stream; null where the stream was not as expected.</summary>
    /// <param name="context">Where to.</param>
    /// <param name="appends">Ordered by tenant and stream, so that writers cannot wait for each other in a ring.</param>
    /// <param name="again">True when an earlier try may have been recorded.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<AppendResult?[]> TryAsync(AppendContext context, IReadOnlyList<EncodedAppend> appends, bool again, CancellationToken ct)
    {
        await using var batch = context.Batch();
        foreach (var append in appends)
            Add(batch, context, append, again || append.IsIdSent);
        await context.PrepareAsync(batch, ct);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var results = new AppendResult?[appends.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = await ReadAsync(reader, appends[i].Append, ct);
            await reader.NextResultAsync(ct);
        }
        return results;
    }

    private static void Add(NpgsqlBatch batch, AppendContext context, EncodedAppend append, bool unseen)
    {
        var sql = context.SqlOf(append);
        if (append.Append.Expected.Version is > 0)
            batch.BatchCommands.Add(append.Bind(unseen ? sql.ExactlyUnseen : sql.Exactly, context.Now));
        else
        {
            if (unseen && append.Append.Expected == ExpectedVersion.Any)
                batch.BatchCommands.Add(append.BindLock(sql.LockStream, context.Now));
            batch.BatchCommands.Add(append.BindWithType(unseen ? sql.AnyOrNoneUnseen : sql.AnyOrNone, context.Now));
        }
    }

    private static async Task<AppendResult?> ReadAsync(NpgsqlDataReader reader, StreamAppend append, CancellationToken ct) =>
        await reader.ReadAsync(ct)
            ? new(append.Tenant, append.Stream, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetFieldValue<DateTimeOffset>(3))
            : null;
}
