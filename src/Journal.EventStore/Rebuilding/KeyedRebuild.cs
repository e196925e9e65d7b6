using System.Runtime.InteropServices;
using System.Text.Json;
using Journal.EventStore.Projections;

namespace Journal.EventStore.Rebuilding;

/// <summary>
/// Folds the log into documents in memory and writes them out at the end. When they outgrow the budget, those not touched of late are written out and
/// forgotten, and read back when an event touches them again; in the worst case that is the speed of the daemon's own way.
/// </summary>
internal sealed class KeyedRebuild<TDocument>(KeyedProjection<TDocument> projection, FreshTable<TDocument> table, long budget) : IProjectionRebuild
    where TDocument : class
{
    private readonly Dictionary<DocumentKey, Entry> entries = [];
    private readonly DocumentSizes<TDocument> sizes = new(projection);
    private bool isSpilled;
    private int page;

    public async Task ApplyAsync(IReadOnlyList<RecordedEvent> page, CancellationToken ct)
    {
        this.page++;
        if (isSpilled)
            await RecallAsync(page, ct);
        foreach (var e in page)
        {
            try
            {
                Apply(e);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                throw new PoisonEventException(ProgressRow.NameOf(projection), e.Position, failure);
            }
        }
        if (sizes.Estimate(entries.Count) > budget)
            await SpillAsync(ct);
    }

    public async Task FlushAsync(CancellationToken ct)
    {
        await WriteAsync(entries.Where(pair => pair.Value.IsDirty), ct);
        await table.AddKeyAsync(ct);
    }

    public Task SwapAsync(ProjectionTransaction transaction, CancellationToken ct) => table.SwapAsync(transaction, ct);

    private void Apply(RecordedEvent e)
    {
        foreach (var key in projection.Keys(e))
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, new(e.Tenant, key), out _);
            entry.Document = projection.Apply(key, entry.Document, e);
            (entry.IsDirty, entry.Touched) = (true, page);
            sizes.Sample(entry.Document);
        }
    }

    private async Task RecallAsync(IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        var missing = new HashSet<DocumentKey>();
        foreach (var e in events)
            foreach (var key in projection.Keys(e))
                if (new DocumentKey(e.Tenant, key) is var at && !entries.ContainsKey(at))
                    missing.Add(at);
        if (missing.Count == 0)
            return;
        foreach (var (key, document) in await table.LoadAsync(missing, ct))
            entries[key] = new Entry { Document = document, IsStored = true, Touched = page };
    }

    // The older half goes; when all were touched on this page, all go.
    private async Task SpillAsync(CancellationToken ct)
    {
        var middle = entries.Values.Select(entry => entry.Touched).Order().ElementAt(entries.Count / 2);
        var old = entries.Where(pair => pair.Value.Touched <= middle).ToList();
        await WriteAsync(old.Where(pair => pair.Value.IsDirty), ct);
        foreach (var (key, _) in old)
            entries.Remove(key);
        isSpilled = true;
    }

    private async Task WriteAsync(IEnumerable<KeyValuePair<DocumentKey, Entry>> dirty, CancellationToken ct)
    {
        var parts = dirty.ToLookup(pair => pair.Value.IsStored);
        var added = parts[false].Where(pair => pair.Value.Document is not null).Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Document!)).ToList();
        added.Sort((one, other) => one.Key.CompareTo(other.Key));
        if (added.Count > 0)
            await table.CopyAsync(added, ct);
        foreach (var some in parts[true].Chunk(5000))
            await table.SaveAsync(some.ToDictionary(pair => pair.Key, pair => pair.Value.Document), ct);
        foreach (var (key, entry) in parts.SelectMany(part => part).ToList())
            entries[key] = entry with { IsDirty = false, IsStored = entry.Document is not null };
    }

    private record struct Entry
    {
        public TDocument? Document;
        public bool IsStored, IsDirty;
        public int Touched;
    }
}

/// <summary>Guesses what documents take in memory, from the size of some of them as JSON.</summary>
internal sealed class DocumentSizes<TDocument>(KeyedProjection<TDocument> projection) where TDocument : class
{
    private const int SampleEvery = 512;

    // Objects, strings in UTF-16 and the dictionary's own slots, against bytes of JSON.
    private const double HeapPerJson = 2.5;
    private const int HeapPerEntry = 120;
    private int seen;
    private double average = 200;

    public void Sample(TDocument? document)
    {
        if (document is not null && seen++ % SampleEvery == 0)
            average += (JsonSerializer.SerializeToUtf8Bytes(document, projection.Info).Length - average) / Math.Min(seen / SampleEvery + 1, 100);
    }

    public double Estimate(int documents) => documents * (average * HeapPerJson + HeapPerEntry);
}
