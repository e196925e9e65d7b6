using System.Runtime.CompilerServices;
using Npgsql;

namespace Journal.EventStore.Rebuilding;

/// <summary>Reads a span of the log in pages, while the server goes on sending.</summary>
internal sealed class LogScan(PostgresEventStore store)
{
    // Small, so that the events of the pages under way die young: larger pages live through collections, and are copied by them.
    private const int PageSize = 250;

    // One statement covers many pages, so that the server never waits for us to ask; not all, so that no snapshot grows old.
    private const int StatementSize = 1000 * PageSize;

    public async IAsyncEnumerable<List<RecordedEvent>> ReadAsync(long after, EventFilter filter, IReadOnlySet<long> skipped, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await store.Db.OpenConnectionAsync(ct);
        for (var rows = StatementSize; rows == StatementSize;)
        {
            rows = 0;
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { store.Reading.LogStatement(after, StatementSize, filter) }, Timeout = 0 };
            await using var row = await batch.ExecuteReaderAsync(ct);
            var columns = store.Reading.Columns(skipped: skipped);
            var page = new List<RecordedEvent>(PageSize);
            while (await row.ReadAsync(ct))
            {
                rows++;
                after = row.GetInt64(0);
                if (columns.Read(row) is { } e)
                    page.Add(e);
                if (page.Count < PageSize)
                    continue;
                yield return page;
                page = new(PageSize);
            }
            if (page.Count > 0)
                yield return page;
        }
    }
}
