using Npgsql;

namespace Journal.EventStore.Appending;

/// <summary>Finds out why a stream was not as expected.</summary>
internal static class AppendRefusal
{
    /// <summary>The first answer, when the stream has these very events; null when it has meanwhile become as expected.</summary>
    /// <exception cref="EventStoreException">The refusal.</exception>
    public static async Task<AppendResult?> ExplainAsync(AppendContext context, EncodedAppend encoded, CancellationToken ct)
    {
        await using var batch = context.Batch(encoded.Stream(context.SqlOf(encoded).State), encoded.BindContent(context.SqlOf(encoded).Known));
        await context.PrepareAsync(batch, ct);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var (version, archived) = await ReadStateAsync(reader, ct);
        await reader.NextResultAsync(ct);
        if (await ReadFirstAnswerAsync(reader, encoded, ct) is { } first)
            return first;

        var (tenant, stream, expected) = (encoded.Append.Tenant, encoded.Append.Stream, encoded.Append.Expected);
        if (archived)
            throw new StreamArchivedException(tenant, stream);
        return expected.Version is { } wanted && wanted != version ? throw new StaleVersionException(tenant, stream, expected, version) : null;
    }

    private static async Task<(long Version, bool Archived)> ReadStateAsync(NpgsqlDataReader reader, CancellationToken ct) =>
        await reader.ReadAsync(ct)
            ? (reader.IsDBNull(0) ? 0 : reader.GetInt64(0), !reader.IsDBNull(1) && reader.GetBoolean(1))
            : (0, false);

    private static async Task<AppendResult?> ReadFirstAnswerAsync(NpgsqlDataReader reader, EncodedAppend encoded, CancellationToken ct)
    {
        var (tenant, stream) = (encoded.Append.Tenant, encoded.Append.Stream);
        AppendResult? answer = null;
        var found = 0;
        while (await reader.ReadAsync(ct))
        {
            var (id, version, position) = (reader.GetGuid(0), reader.GetInt64(1), reader.GetInt64(2));
            var follows = answer is null || version == answer.Version + 1;
            if (id != encoded[found] || !follows || !reader.GetBoolean(4))
                throw new EventConflictException(tenant, stream, id);
            answer = new(tenant, stream, version, answer?.FirstPosition ?? position, position, reader.GetFieldValue<DateTimeOffset>(3), Repeated: true);
            found++;
        }
        return found == 0 || found == encoded.Count ? answer : throw new EventConflictException(tenant, stream, encoded[found]);
    }
}
