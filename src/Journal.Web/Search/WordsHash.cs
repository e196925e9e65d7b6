using System.Security.Cryptography;
using System.Text;
using Journal.Facts;
using Journal.Sealing;
using Marten;

namespace Journal.Web.Search;

/// <summary>Hashes of what a person's words are found by: equal hashes, equal documents.</summary>
internal static class WordsHash
{
    /// <summary>Of what the events hold.</summary>
    public static string Of(IEnumerable<RecordedEvent> events, PersonKey? key) =>
        Of(events.Select(e => (e.Id, Text: EventTexts.Searched(e.Data))).Where(one => one.Text.Length > 0).Select(one => (one.Id, key is null ? one.Text : HiddenWords.Of(one.Text, key))));

    /// <summary>Of the documents that are kept for a person.</summary>
    public static async Task<string> OfAsync(IDocumentStore store, string tenant, PersonKey? key, CancellationToken ct)
    {
        await using var session = store.QuerySession(tenant);
        // Some are from before words were encrypted, until it is their turn.
        return Of((await session.Query<WrittenText>().ToListAsync(ct)).Select(one => (one.Id, one.Hidden is null && key is not null ? HiddenWords.Of(one.Text, key) : one.Text)));
    }

    private static string Of(IEnumerable<(Guid Id, string Text)> words)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (id, text) in words.OrderBy(one => one.Id))
            hash.AppendData(Encoding.UTF8.GetBytes($"{id} {text.Length} {text} "));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
