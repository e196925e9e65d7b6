using System.Runtime.CompilerServices;
using Journal.EventStore.Appending;
using Journal.EventStore.Projections;
using Journal.EventStore.Reading;
using Npgsql;

namespace Journal.EventStore;

/// <summary>An event store on Marten's tables. Safe to use from many threads.</summary>
public sealed class PostgresEventStore
{
    private const int PageSize = 1000;
    private readonly Appender appender;
    private readonly EventReading reading;
    private readonly TenantReading tenants;
    private readonly DocumentReading documents;

    /// <summary>A store on a database.</summary>
    /// <param name="db">Connections; the caller keeps it and disposes of it.</param>
    /// <param name="catalog">The event types.</param>
    /// <param name="options">Schema and habits; null for the defaults.</param>
    public PostgresEventStore(NpgsqlDataSource db, EventCatalog catalog, EventStoreOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(catalog);
        (Db, Catalog, Options) = (db, catalog, options ?? new());
        Options.Validate();
        (appender, reading) = (new(db, catalog, Options), new(db, catalog, Options));
        (tenants, documents) = (new(db, reading, Options), new(this));
    }

    /// <summary>The event types.</summary>
    public EventCatalog Catalog { get; }

    /// <summary>Schema and habits.</summary>
    public EventStoreOptions Options { get; }

    internal NpgsqlDataSource Db { get; }

    internal EventReading Reading => reading;

    internal TenantReading Tenants => tenants;

    internal string Schema => SqlName.Quote(Options.Schema);

    /// <summary>Creates or completes the tables. Safe to run twice and from several processes.</summary>
    /// <exception cref="PoolerException">Statements are prepared, and a pooler stands between this process and the server.</exception>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await Pooler.RefusePreparedAsync(Db, Options, ct);
        await new SchemaMigrator(Db, Options.Schema).ApplyAsync(new SchemaScripts("event store", typeof(PostgresEventStore).Assembly, "Journal.EventStore.Schema."), ct);
    }

    /// <summary>
    /// Creates a projection's own tables where they are missing, as its daemon would: for a process that reads what it keeps and runs no daemon itself.
    /// Safe to run twice and from several processes.
    /// </summary>
    public Task PrepareAsync(IProjection projection, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(projection);
        return new ProjectionPreparation(this).RunAsync(projection, ct);
    }

    /// <summary>Appends to one stream, in one round trip.</summary>
    /// <exception cref="StaleVersionException">The stream is not at the expected version.</exception>
    /// <exception cref="StreamArchivedException">The stream is archived.</exception>
    /// <exception cref="EventConflictException">An event of the same id and other content is there.</exception>
    /// <exception cref="UnknownEventException">The catalog lacks a type.</exception>
    /// <exception cref="AppendInDoubtException">The connection was lost; send the same again.</exception>
    public Task<AppendResult> AppendAsync(StreamAppend append, CancellationToken ct) => appender.AppendAsync(append, ct);

    /// <summary>Appends to several streams in one transaction: all of it or nothing. Fails as for one stream.</summary>
    /// <returns>One answer per stream, in the order given.</returns>
    public Task<IReadOnlyList<AppendResult>> AppendAsync(IReadOnlyList<StreamAppend> appends, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(appends);
        return appender.AppendAsync(appends, ct);
    }

    /// <summary>
    /// Appends to many streams of one tenant in one transaction, and the log keeps the order of the list: for bringing in a history as it was.
    /// A stream may come up as often as it likes. Fails as for one stream; <see cref="EventConflictException"/> also when only some of the events are there.
    /// </summary>
    /// <param name="tenant">Whose streams they are.</param>
    /// <param name="runs">Events by stream, oldest first, each expecting any version.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when all of the events were there already and nothing was written.</returns>
    /// <remarks>Two round trips and a commit, however many runs; the look for events that are there costs a pass over each stream's keys.</remarks>
    public Task<bool> AppendInOrderAsync(string tenant, IReadOnlyList<StreamAppend> runs, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenant);
        ArgumentNullException.ThrowIfNull(runs);
        return new OrderedAppender(Db, Catalog, Options).AppendAsync(tenant, runs, ct);
    }

    /// <summary>The events of a stream, oldest first; empty when there is no such stream or when it is archived.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> ReadStreamAsync(string tenant, Guid stream, StreamRange? range, CancellationToken ct) =>
        await reading.StreamAsync(tenant, stream, range ?? StreamRange.Whole, ct);

    /// <summary>All events of a stream, oldest first.</summary>
    public Task<IReadOnlyList<RecordedEvent>> ReadStreamAsync(string tenant, Guid stream, CancellationToken ct) => ReadStreamAsync(tenant, stream, null, ct);

    /// <summary>Folds a stream as it is read; no list of its events is kept.</summary>
    /// <param name="tenant">Whose stream it is.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="seed">The state before the first event.</param>
    /// <param name="fold">The state after an event.</param>
    /// <param name="range">Which events; null for all.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The state, and the version of the last event folded; 0 when there was none.</returns>
    public Task<(TState State, long Version)> AggregateAsync<TState>(
        string tenant, Guid stream, TState seed, Func<TState, RecordedEvent, TState> fold, StreamRange? range, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(fold);
        return reading.FoldAsync(tenant, stream, range ?? StreamRange.Whole, seed, fold, ct);
    }

    /// <summary>A page of the log.</summary>
    /// <param name="after">The position to begin behind; 0 for the beginning.</param>
    /// <param name="limit">At most so many events.</param>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<RecordedEvent>> ReadPageAsync(long after, int limit, EventFilter? filter, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        filter ??= EventFilter.None;
        if (filter.Stream is not null && filter.Tenant is null)
            throw new ArgumentException("A stream is looked for within a tenant: name both.", nameof(filter));
        return filter.Tenant is null ? await reading.LogAsync(after, limit, filter, ct) : await tenants.PageAsync(after, limit, filter, ct);
    }

    /// <summary>The log from a position on, page by page behind the scenes, until there is no more.</summary>
    public async IAsyncEnumerable<RecordedEvent> ReadAllAsync(long after, EventFilter? filter = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        for (var more = true; more;)
        {
            var page = await ReadPageAsync(after, PageSize, filter, ct);
            foreach (var e in page)
                yield return e;
            more = page.Count == PageSize;
            after = more ? page[^1].Position : after;
        }
    }

    /// <summary>One tenant's events across all streams, in the order of the log, at most <paramref name="limit"/>.</summary>
    public Task<IReadOnlyList<RecordedEvent>> ReadTenantAsync(string tenant, long after, int limit, EventFilter? filter, CancellationToken ct) =>
        ReadPageAsync(after, limit, (filter ?? EventFilter.None) with { Tenant = tenant }, ct);

    /// <summary>All of one tenant's events, in the order of the log.</summary>
    public Task<IReadOnlyList<RecordedEvent>> ReadTenantAsync(string tenant, EventFilter? filter, CancellationToken ct) =>
        ReadTenantAsync(tenant, 0, int.MaxValue, filter, ct);

    /// <summary>
    /// All of one tenant's events, in the order of the log and as of one moment, row by row: memory stays the same however many there are.
    /// A connection is held until the last one is taken.
    /// </summary>
    public IAsyncEnumerable<RecordedEvent> ReadTenantLogAsync(string tenant, CancellationToken ct) => TenantLog.ReadAsync(this, tenant, ct);

    /// <summary>A tenant's documents as the projection last stored them, ordered by key.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="kinds">Only these kinds; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Document<TDocument>>> ReadDocumentsAsync<TDocument>(
        KeyedProjection<TDocument> projection, string tenant, IReadOnlyCollection<string>? kinds, CancellationToken ct) where TDocument : class
    {
        ArgumentNullException.ThrowIfNull(projection);
        return await documents.ReadAsync(projection, tenant, kinds, ct);
    }

    /// <summary>
    /// A tenant's documents with every committed event in them, however far the projection is: in one snapshot, the stored documents and the events
    /// behind its progress, folded on top in memory.
    /// </summary>
    /// <param name="projection">The projection; it was prepared by a daemon before.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="kinds">Only these kinds; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public Task<CurrentDocuments<TDocument>> ReadCurrentAsync<TDocument>(
        KeyedProjection<TDocument> projection, string tenant, IReadOnlyCollection<string>? kinds, CancellationToken ct) where TDocument : class
    {
        ArgumentNullException.ThrowIfNull(projection);
        return documents.ReadCurrentAsync(projection, tenant, kinds, ct);
    }

    /// <summary>
    /// What came to a tenant behind a position, for whoever holds the tenant's documents as they stood there: cheap when little came, however long the history is.
    /// </summary>
    /// <param name="projection">The projection the documents are of.</param>
    /// <param name="tenant">Whose.</param>
    /// <param name="held">What the documents held were as of, as in <see cref="CurrentDocuments{TDocument}.Stored"/>.</param>
    /// <param name="limit">At most so many events less one; then it is cheaper to read anew.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when the documents must be read anew: somebody was erased, the projection was made anew, or too much came.</returns>
    public Task<TenantChanges?> ReadChangesAsync<TDocument>(
        KeyedProjection<TDocument> projection, string tenant, DocumentsAsOf held, int limit, CancellationToken ct) where TDocument : class
    {
        ArgumentNullException.ThrowIfNull(projection);
        return documents.ReadChangesAsync(ProgressRow.NameOf(projection), tenant, held, limit, ct);
    }

    /// <summary>A hash of a tenant's stored documents, keys and kinds included: equal hashes, equal bytes.</summary>
    /// <returns>SHA-256 in small hexadecimal letters.</returns>
    public Task<string> HashDocumentsAsync<TDocument>(KeyedProjection<TDocument> projection, string tenant, CancellationToken ct) where TDocument : class
    {
        ArgumentNullException.ThrowIfNull(projection);
        return DocumentHash.OfTenantAsync(this, projection.Table, tenant, ct);
    }
}
