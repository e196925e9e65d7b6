namespace Journal.EventStore.Projections;

/// <summary>A document of a keyed projection.</summary>
/// <param name="Key">Its key within the tenant.</param>
/// <param name="Kind">What <see cref="KeyedProjection{TDocument}.KindOf"/> says of it.</param>
/// <param name="Value">The document.</param>
public sealed record Document<TDocument>(Guid Key, string Kind, TDocument Value) where TDocument : class;

/// <summary>A tenant's documents with every event in them that was committed when they were read.</summary>
/// <param name="Documents">Ordered by key.</param>
/// <param name="Position">The last position that is in them: the projection's progress, or the tenant's last event behind it.</param>
/// <param name="Progress">How far the stored documents went.</param>
/// <param name="Tail">The tenant's events behind the progress, which were folded in memory.</param>
public sealed record CurrentDocuments<TDocument>(
    IReadOnlyList<Document<TDocument>> Documents, long Position, long Progress, IReadOnlyList<RecordedEvent> Tail) where TDocument : class;

/// <summary>What came to a tenant since documents of theirs were read.</summary>
/// <param name="Progress">How far the stored documents go now; no event at or below it is still to come.</param>
/// <param name="Events">The tenant's events behind the position asked for, in the order of the log.</param>
public sealed record TenantChanges(long Progress, IReadOnlyList<RecordedEvent> Events);
