using System.Runtime.CompilerServices;
using JasperFx.Events;
using Journal.Facts;
using Journal.Sealing;
using Marten;
using Marten.Events;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>Brings a file into a journal that has nothing yet: by COPY, in one transaction, so that it is there whole or not at all.</summary>
internal sealed class BulkAppend(IDocumentStore store, WordSealer sealer, TimeProvider clock)
{
    /// <param name="tenant">Whose journal.</param>
    /// <param name="streams">What the file says of each subject.</param>
    /// <param name="lines">The events, each once, in the order of the file.</param>
    /// <param name="ct">Cancels; nothing is stored then.</param>
    public Task AppendAsync(string tenant, FileStreams streams, IAsyncEnumerable<JournalFileLine> lines, CancellationToken ct) =>
        store.BulkInsertEventStreamAsync(tenant, streams.Headers(), EventsAsync(tenant, lines, ct), BulkBatch.Of(streams.Events), ct);

    private async IAsyncEnumerable<IEvent> EventsAsync(string tenant, IAsyncEnumerable<JournalFileLine> lines, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var session = store.LightweightSession(tenant);
        var versions = new Dictionary<Guid, long>();
        var key = sealer.IsOn ? await sealer.Keys.EnsureAsync(tenant, ct) : null;
        await foreach (var line in lines.WithCancellation(ct))
        {
            var e = line.ToEvent(session);
            var stream = line.Data.SubjectId;
            (e.StreamId, e.TenantId, e.Timestamp) = (stream, tenant, clock.GetUtcNow());
            e.Version = versions[stream] = versions.GetValueOrDefault(stream) + 1;
            if (sealer.IsOn)
                SealingListener.Seal(e, sealer, key);
            yield return e;
        }
    }
}

/// <summary>The subjects of a file: by what each begins, and how many events it has.</summary>
internal sealed class FileStreams
{
    private readonly Dictionary<Guid, (Type? State, int Count)> streams = [];

    public void Add(JournalFileLine line)
    {
        var (state, count) = streams.TryGetValue(line.Data.SubjectId, out var before) ? before : (SubjectStates.CreatedFrom(line.Data.GetType()), 0);
        streams[line.Data.SubjectId] = (state, count + 1);
    }

    /// <summary>How many events they have together.</summary>
    public int Events => streams.Values.Sum(one => one.Count);

    public IReadOnlyList<BulkEventStreamHeader> Headers() =>
        [.. streams.Select(one => new BulkEventStreamHeader { Id = one.Key, Version = one.Value.Count, AggregateType = one.Value.State })];
}
