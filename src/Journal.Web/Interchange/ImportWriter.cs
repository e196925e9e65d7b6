using System.Runtime.CompilerServices;
using JasperFx.Events;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Marten;
using Marten.Events;
using Npgsql;

namespace Journal.Web.Interchange;

/// <summary>How much a plan records: its streams and their events.</summary>
internal sealed class ImportExtent
{
    private readonly Dictionary<Guid, (Type? State, int Count)> begun = [];

    /// <summary>Events in all.</summary>
    public int Events { get; private set; }

    /// <summary>Whether everything goes into streams of its own.</summary>
    public bool IsAllNew { get; private set; } = true;

    public void Add(PlannedEvent planned)
    {
        Events++;
        if (planned.Before > 0)
        {
            IsAllNew = false;
            return;
        }

        var (state, count) = begun.TryGetValue(planned.Stream, out var before) ? before : (SubjectStates.CreatedFrom(planned.Event.GetType()), 0);
        begun[planned.Stream] = (state, count + 1);
    }

    public IReadOnlyList<BulkEventStreamHeader> Headers() =>
        [.. begun.Select(one => new BulkEventStreamHeader { Id = one.Key, Version = one.Value.Count, AggregateType = one.Value.State })];
}

/// <summary>Stores what a plan says, all or nothing, in one transaction: by COPY where it only begins subjects, else by appending to each at the version that was read.</summary>
internal sealed class ImportWriter(IDocumentStore store, NpgsqlDataSource db, WordSealer sealer, TimeProvider clock)
{
    private const int Batch = 1_000;

    /// <exception cref="ImportFailedException"><c>import.changed</c>: the file is not the one that was looked at; nothing is stored.</exception>
    public Task WriteAsync(Author author, ImportExtent extent, IEnumerable<PlannedEvent> events, CancellationToken ct) => extent.IsAllNew
        ? store.BulkInsertEventStreamAsync(author.Tenant, extent.Headers(), WrappedAsync(author, Whole(events, extent), ct), BulkBatch.Of(extent.Events), ct)
        : AppendAsync(author, Whole(events, extent), ct);

    // What is stored has to be what was checked.
    private static IEnumerable<PlannedEvent> Whole(IEnumerable<PlannedEvent> events, ImportExtent extent)
    {
        var again = new ImportExtent();
        foreach (var planned in events)
        {
            again.Add(planned);
            yield return again.Events <= extent.Events && (again.IsAllNew || !extent.IsAllNew) ? planned : throw Changed();
        }

        if (again.Events < extent.Events)
            throw Changed();
    }

    private static ImportFailedException Changed() => new("import.changed", "The file was changed while it was read. Nothing was imported.");

    private async IAsyncEnumerable<IEvent> WrappedAsync(Author author, IEnumerable<PlannedEvent> events, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var session = store.LightweightSession(author.Tenant);
        var versions = new Dictionary<Guid, long>();
        var key = sealer.IsOn ? await sealer.Keys.EnsureAsync(author.Tenant, ct) : null;
        foreach (var planned in events)
        {
            ct.ThrowIfCancellationRequested();
            var e = Wrap(session, author, planned);
            (e.StreamId, e.TenantId, e.Timestamp) = (planned.Stream, author.Tenant, clock.GetUtcNow());
            e.Version = versions[planned.Stream] = versions.GetValueOrDefault(planned.Stream) + 1;
            if (sealer.IsOn)
                SealingListener.Seal(e, sealer, key);
            yield return e;
        }
    }

    private async Task AppendAsync(Author author, IEnumerable<PlannedEvent> events, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var options = Marten.Services.SessionOptions.ForTransaction(transaction, shouldAutoCommit: false);
        options.TenantId = author.Tenant;
        var versions = new Dictionary<Guid, long>();
        await using var session = store.LightweightSession(options);
        foreach (var chunk in events.Chunk(Batch))
        {
            foreach (var stream in chunk.GroupBy(planned => planned.Stream))
                Append(session, author, stream.Key, [.. stream], versions);
            await session.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
    }

    private static void Append(IDocumentSession session, Author author, Guid stream, List<PlannedEvent> events, Dictionary<Guid, long> versions)
    {
        var version = versions.TryGetValue(stream, out var written) ? written : events[0].Before;
        IEvent[] wrapped = [.. events.Select(planned => Wrap(session, author, planned))];
        if (version > 0)
            session.Events.Append(stream, version + wrapped.Length, wrapped);
        else if (SubjectStates.CreatedFrom(events[0].Event.GetType()) is { } state)
            session.Events.StartStream(state, stream, wrapped);
        else
            session.Events.StartStream(stream, wrapped);
        versions[stream] = version + wrapped.Length;
    }

    private static IEvent Wrap(IDocumentSession session, Author author, PlannedEvent planned)
    {
        var wrapped = session.Events.BuildEvent(planned.Event);
        wrapped.CorrelationId = author.CorrelationId;
        wrapped.SetHeader(StoredHeaders.Source, author.Source);
        wrapped.SetHeader(StoredHeaders.Zone, planned.Zone);
        planned.Row.AddTo(wrapped);
        return wrapped;
    }
}
