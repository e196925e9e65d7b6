using JasperFx.Events;
using JasperFx.Events.Projections;
using Journal.Sealing;
using Marten;

namespace Journal.Web.Search;

/// <summary>What one event holds of a person's own words, so that it is found by them.</summary>
/// <param name="Id">The event's.</param>
/// <param name="Text">All of them, folded.</param>
/// <param name="Hidden">True where each word is hidden by the person's key; null where they stand as they are.</param>
public sealed record WrittenText(Guid Id, string Text, bool? Hidden = null);

/// <summary>Keeps the words of each event as a document with an index for full text. The daemon does it: nobody who records waits for it.</summary>
internal sealed class WordsProjection(WordSealer sealer) : Marten.Events.Projections.IProjection
{
    public const string ProjectionName = "words";

    /// <summary>Words are taken as they stand: a journal may be in any language, and in several.</summary>
    internal const string Language = "simple";

    public static void Register(StoreOptions options, WordSealer sealer)
    {
        options.Schema.For<WrittenText>().FullTextIndex(Language, text => text.Text);
        options.Projections.Add(new WordsProjection(sealer), ProjectionLifecycle.Async, ProjectionName, async => async.DeleteViewTypeOnTeardown<WrittenText>());
    }

    /// <summary>Adds one beside it, in a table of its own that nobody searches.</summary>
    public static void RegisterAside(StoreOptions options, WordSealer sealer, string name, int version)
    {
        options.Schema.For<WrittenText>().DocumentAlias($"writtentext_{version}");
        options.Projections.Add(new WordsProjection(sealer), ProjectionLifecycle.Async, name, async => async.DeleteViewTypeOnTeardown<WrittenText>());
    }

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        foreach (var e in events)
        {
            var text = EventTexts.Searched(e.Data);
            if (text.Length > 0)
                operations.ForTenant(e.TenantId).Store(sealer.IsOn && await sealer.Keys.EnsureAsync(e.TenantId, cancellation) is { } key ? new(e.Id, HiddenWords.Of(text, key), Hidden: true) : new WrittenText(e.Id, text));
        }
    }
}

/// <summary>Finds events by words.</summary>
internal sealed class WordSearch(IDocumentStore store, WordSealer sealer)
{
    private const int Most = 5_000;

    /// <summary>The events in which all of the words stand; quotes keep words together, a minus leaves one out.</summary>
    public async Task<IReadOnlySet<Guid>> FindAsync(string tenant, string words, CancellationToken ct)
    {
        await using var session = store.QuerySession(tenant);
        var folded = EventTexts.Folded(words);
        var found = (await session.Query<WrittenText>().Where(one => one.Hidden == null && one.WebStyleSearch(folded, WordsProjection.Language)).Select(one => one.Id).Take(Most).ToListAsync(ct)).ToHashSet();
        if (sealer.IsOn && await sealer.Keys.EnsureAsync(tenant, ct) is { } key)
        {
            // Both, as long as words from before are being sealed.
            var hidden = HiddenWords.Asked(folded, key);
            found.UnionWith(await session.Query<WrittenText>().Where(one => one.Hidden == true && one.WebStyleSearch(hidden, WordsProjection.Language)).Select(one => one.Id).Take(Most).ToListAsync(ct));
        }

        return found;
    }
}
