using Marten;
using Npgsql;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Appends lines in their order, all or nothing.</summary>
internal sealed class OrderedAppend(IDocumentStore store, NpgsqlDataSource db)
{
    /// <exception cref="PostgresException">The journal has an event of the same id: another run of the same file is under way, or it says something else.</exception>
    public async Task AppendAsync(string tenant, IReadOnlyList<JournalFileLine> lines, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var options = Marten.Services.SessionOptions.ForTransaction(transaction, shouldAutoCommit: false);
        options.TenantId = tenant;
        await using var session = store.LightweightSession(options);
        var saved = new HashSet<Guid>();
        for (int start = 0, end; start < lines.Count; start = end)
        {
            var stream = lines[start].Data.SubjectId;
            for (end = start + 1; end < lines.Count && lines[end].Data.SubjectId == stream; end++)
            {
            }

            // Within one save Marten gives the events of a stream their positions one after another.
            if (!saved.Add(stream))
            {
                await session.SaveChangesAsync(ct);
                saved.Clear();
                saved.Add(stream);
            }

            session.Events.Append(stream, [.. lines.Skip(start).Take(end - start).Select(line => line.ToEvent(session))]);
        }

        await session.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
