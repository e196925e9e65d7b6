using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Sealing;

namespace Journal.Web.Interchange;

/// <summary>What was imported from a source before, and what the person has done with it since.</summary>
/// <param name="source">The word that the keys of its rows begin with, such as <c>loop</c>.</param>
internal sealed class ImportedBefore(string source)
{
    private readonly Dictionary<string, KnownSubject> subjects = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, KnownSubject> byStream = [];
    private readonly Dictionary<Guid, List<RecordedEvent>> practices = [];
    private readonly HashSet<Guid> locked = [];

    /// <summary>What a person's journal has of a source.</summary>
    public static async Task<ImportedBefore> ReadAsync(PersonEvents events, Author author, string source, CancellationToken ct)
    {
        var before = new ImportedBefore(source);
        await foreach (var e in events.EachAsync(author.Tenant, ct))
            before.Take(e);
        return before;
    }

    /// <summary>The histories of its practices, in the order they were adopted in.</summary>
    public IReadOnlyCollection<IReadOnlyList<RecordedEvent>> Practices => practices.Values;

    /// <summary>How many other subjects there are whose keys begin so.</summary>
    public int Count(string keys) => subjects.Keys.Count(key => key.StartsWith(keys, StringComparison.Ordinal));

    /// <summary>Takes in the next event of the journal.</summary>
    public void Take(RecordedEvent e)
    {
        if (byStream.TryGetValue(e.Stream, out var subject))
            subject.Take(e);
        else if (practices.TryGetValue(e.Stream, out var history))
            history.Add(e);
        else if (e.Version == 1 && e.Headers.Utf8.AsSpan().IndexOf("import.key"u8) >= 0 && ImportHeader.Of(e.Headers)?.Key is { } key)
            Begin(key, e);
    }

    /// <summary>What a row became; null where it became nothing yet.</summary>
    public KnownSubject? Find(string key) => subjects.GetValueOrDefault(key);

    /// <summary>Whether a subject was imported, and what the source said of it cannot be opened any more.</summary>
    public bool IsLocked(Guid subject) => locked.Contains(subject);

    /// <summary>What events say together.</summary>
    public static Fact? Fold(IEnumerable<IJournalEvent> events) => events.Aggregate((Fact?)null, (fact, e) => FactFold.Apply(fact, e, Guid.Empty, () => null));

    private void Begin(string key, RecordedEvent e)
    {
        if (ClosedText.Is(key))
            locked.Add(e.Stream);
        if (!key.StartsWith(source + ":", StringComparison.Ordinal))
            return;
        if (FactKinds.BegunBy(e.Data.GetType())?.Fact == typeof(PracticeFact))
        {
            practices.Add(e.Stream, [e]);
            return;
        }

        var subject = new KnownSubject(e.Stream, Find(key)?.Times + 1 ?? 1);
        subject.Take(e);
        byStream.Add(e.Stream, subjects[key] = subject);
    }
}

/// <summary>What a row became.</summary>
/// <param name="id">The subject.</param>
/// <param name="times">How often the row was begun: once, and once more for each time that another had to take its place.</param>
internal sealed class KnownSubject(Guid id, int times)
{
    public Guid Id => id;

    public int Times => times;

    public long Version { get; private set; }

    /// <summary>What the source said of it the last time, whatever the person made of it; null where an import took it back.</summary>
    public Fact? Said { get; private set; }

    /// <summary>Whether the person took it back: then it stays so.</summary>
    public bool IsTakenBackByPerson { get; private set; }

    public void Take(RecordedEvent e)
    {
        Version = e.Version;
        if (ImportHeader.Of(e.Headers) is not null)
            Said = FactFold.Apply(Said, e.Data, Guid.Empty, () => null);
        else if (Said is not null && FactFold.Apply(Said, e.Data, Guid.Empty, () => null) is null)
            IsTakenBackByPerson = true;
    }
}
