using Npgsql;

namespace Journal.EventStore.Appending;

/// <summary>Appends, asks why when it was refused, and asks what became of it when the connection was lost.</summary>
internal sealed class Appender(NpgsqlDataSource db, EventCatalog catalog, EventStoreOptions options)
{
    private readonly AppendSql[] sql = AppendSql.OfAllForms(SqlName.Quote(options.Schema));

    public async Task<AppendResult> AppendAsync(StreamAppend append, CancellationToken ct)
    {
        EncodedAppend[] encoded = [new(append, catalog)];
        var results = await InDoubt.ResolveAsync(again => TryOneAsync(encoded, again, ct), options, ct);
        return results[0];
    }

    public async Task<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken ct)
    {
        if (appends.Count == 1)
            return [await AppendAsync(appends[0], ct)];
        EncodedAppend[] encoded = [.. appends.Select(append => new EncodedAppend(append, catalog)).OrderBy(e => e.Append.Tenant, StringComparer.Ordinal).ThenBy(e => e.Append.Stream)];
        if (encoded.DistinctBy(e => (e.Append.Tenant, e.Append.Stream)).Count() < encoded.Length)
            throw new ArgumentException("A stream appears twice.", nameof(appends));
        var results = await InDoubt.ResolveAsync(again => TryAllAsync(encoded, again, ct), options, ct);
        var byStream = results.ToDictionary(result => (result.Tenant, result.Stream));
        return [.. appends.Select(append => byStream[(append.Tenant, append.Stream)])];
    }

    // A statement of its own is a transaction of its own: the one round trip carries the commit.
    private async Task<AppendResult[]> TryOneAsync(EncodedAppend[] encoded, bool again, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var context = new AppendContext(connection, sql, options);
        while (true)
        {
            var results = await StreamAppender.TryAsync(context, encoded, again, ct);
            if ((results[0] ?? await AppendRefusal.ExplainAsync(context, encoded[0], ct)) is { } result)
                return [result];
        }
    }

    private async Task<AppendResult[]> TryAllAsync(EncodedAppend[] encoded, bool again, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        while (true)
            if (await TryTransactionAsync(connection, encoded, again, ct) is { } results)
                return results;
    }

    private async Task<AppendResult[]?> TryTransactionAsync(NpgsqlConnection connection, EncodedAppend[] encoded, bool again, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var context = new AppendContext(connection, sql, options, transaction);
        var results = await StreamAppender.TryAsync(context, encoded, again, ct);
        if (Array.TrueForAll(results, result => result is not null))
        {
            await transaction.CommitAsync(ct);
            return results!;
        }

        await transaction.RollbackAsync(ct);
        return await ExplainAllAsync(new(connection, sql, options), encoded, results, ct);
    }

    // All the events were there already, or the first refusal, or another try.
    private static async Task<AppendResult[]?> ExplainAllAsync(AppendContext context, EncodedAppend[] encoded, AppendResult?[] results, CancellationToken ct)
    {
        var repeated = new List<AppendResult>();
        EncodedAppend? missing = null;
        for (var i = 0; i < encoded.Length; i++)
            if ((results[i] is null ? await AppendRefusal.ExplainAsync(context, encoded[i], ct) : null) is { } known)
                repeated.Add(known);
            else
                missing ??= encoded[i];
        if (missing is not null && repeated.Count > 0)
            throw new EventConflictException(missing.Append.Tenant, missing.Append.Stream, missing[0]);
        return missing is null ? [.. repeated] : null;
    }
}
