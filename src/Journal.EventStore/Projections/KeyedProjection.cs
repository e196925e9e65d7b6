using System.Text.Json.Serialization.Metadata;
using Journal.EventStore.Rebuilding;

namespace Journal.EventStore.Projections;

/// <summary>Folds events into rows of one table: a JSON document under (tenant of the event, key).</summary>
/// <typeparam name="TDocument">The document. <see cref="Apply"/> may not change the one it is given.</typeparam>
/// <param name="name">Names the progress row and the table.</param>
/// <param name="version">Raised when the documents change meaning.</param>
/// <param name="info">Serializes the document; the bytes it writes are the bytes that are stored.</param>
public abstract class KeyedProjection<TDocument>(string name, int version, JsonTypeInfo<TDocument> info) : IProjection where TDocument : class
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public int Version { get; } = version;

    /// <inheritdoc/>
    public virtual IReadOnlyCollection<string>? Types => null;

    /// <summary>The table, without its schema: <c>keyed_</c>, the name in small letters, and the version.</summary>
    public string Table { get; } = $"keyed_{StoredName.Of(name)}_v{version}";

    internal JsonTypeInfo<TDocument> Info { get; } = info;

    /// <summary>The keys of the documents that an event touches; none when it does not matter here.</summary>
    public abstract IEnumerable<Guid> Keys(RecordedEvent e);

    /// <summary>The document after the event: null when there is none (any more). Pure: no clock, no randomness, nothing read from elsewhere.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="current">The document before the event, or null.</param>
    /// <param name="e">The event.</param>
    public abstract TDocument? Apply(Guid key, TDocument? current, RecordedEvent e);

    /// <summary>A small text to filter by.</summary>
    public abstract string KindOf(TDocument document);

    /// <inheritdoc/>
    public Task PrepareAsync(ProjectionTransaction transaction, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction.ExecuteAsync(KeyedTable.Create(transaction.Schema, Table), ct);
    }

    /// <inheritdoc/>
    public async Task ApplyAsync(IReadOnlyList<RecordedEvent> page, ProjectionTransaction transaction, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(transaction);
        var fold = new KeyedFold<TDocument>(this);
        var touched = fold.Touched(page);
        if (touched.Count == 0)
            return;
        var table = new KeyedTable<TDocument>(this, transaction);
        fold.Load(await table.LoadAsync(touched, ct));
        foreach (var e in page)
            fold.Apply(e);
        await table.SaveAsync(fold.Documents, ct);
    }

    /// <inheritdoc/>
    public async Task<IProjectionRebuild> BeginRebuildAsync(RebuildContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        var table = new FreshTable<TDocument>(this, context);
        await table.CreateAsync(ct);
        return new KeyedRebuild<TDocument>(this, table, context.MemoryBudget);
    }
}
