namespace Journal.EventStore.Projections;

/// <summary>Where a document is: whose, and under which key.</summary>
internal readonly record struct DocumentKey(string Tenant, Guid Key) : IComparable<DocumentKey>
{
    public int CompareTo(DocumentKey other) => string.CompareOrdinal(Tenant, other.Tenant) is not 0 and var order ? order : Key.CompareTo(other.Key);
}

/// <summary>Documents in memory while events are folded into them.</summary>
internal sealed class KeyedFold<TDocument>(KeyedProjection<TDocument> projection) where TDocument : class
{
    private readonly Dictionary<DocumentKey, TDocument?> documents = [];

    /// <summary>The documents, null where there is none.</summary>
    public IReadOnlyDictionary<DocumentKey, TDocument?> Documents => documents;

    public HashSet<DocumentKey> Touched(IEnumerable<RecordedEvent> events) =>
        [.. events.SelectMany(e => projection.Keys(e), (e, key) => new DocumentKey(e.Tenant, key))];

    public void Load(IEnumerable<KeyValuePair<DocumentKey, TDocument>> stored)
    {
        foreach (var (key, document) in stored)
            documents[key] = document;
    }

    public void Apply(RecordedEvent e)
    {
        foreach (var key in projection.Keys(e))
        {
            var at = new DocumentKey(e.Tenant, key);
            documents[at] = projection.Apply(key, documents.GetValueOrDefault(at), e);
        }
    }
}
