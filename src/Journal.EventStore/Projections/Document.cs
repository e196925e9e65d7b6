namespace Journal.EventStore.Projections;

/// <summary>A document of a keyed projection.</summary>
/// <param name="Key">Its key within the tenant.</param>
/// <param name="Kind">What <see cref="KeyedProjection{TDocument}.KindOf"/> says of it.</param>
/// <param name="Value">The document.</param>
public sealed record Document<TDocument>(Guid Key, string Kind, TDocument Value) where TDocument : class;

/// <summary>A tenant's documents with every event in them that was committed when they were read.</summary>
/// <param name="Documents">Ordered by key.</param>
/// <param name="Position">The last position that is in them: the projection's progress, or the tenant's last event behind it.</param>
/// <param name="Stored">What the stored documents were as of.</param>
/// <param name="Tail">The tenant's events behind the progress, which were folded in memory.</param>
public sealed record CurrentDocuments<TDocument>(
    IReadOnlyList<Document<TDocument>> Documents, long Position, DocumentsAsOf Stored, IReadOnlyList<RecordedEvent> Tail) where TDocument : class;

/// <summary>What stored documents are as of.</summary>
/// <param name="Progress">How far their projection is; no event at or below it is still to come.</param>
/// <param name="Erasures">How many transactions had erased something of any tenant.</param>
public readonly record struct DocumentsAsOf(long Progress, long Erasures);

/// <summary>What came to a tenant since documents of theirs were read.</summary>
/// <param name="Stored">What the stored documents are as of now.</param>
/// <param name="Events">The tenant's events behind the position asked for, in the order of the log.</param>
public sealed record TenantChanges(DocumentsAsOf Stored, IReadOnlyList<RecordedEvent> Events);
