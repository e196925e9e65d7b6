using System.Collections.Frozen;
using Journal.Facts;

namespace Journal.Web.History;

/// <summary>Names for groups of event types, to ask the history by: each sort of fact says in which of them its events are.</summary>
internal static class EventFamilies
{
    private const string OfNoSubject = "retractions";

    private static readonly FrozenDictionary<string, string[]> Families = EventTypes.All
        .GroupBy(type => FactKinds.Folding(type)?.Family ?? OfNoSubject, EventTypes.NameOf)
        .ToFrozenDictionary(family => family.Key, family => family.ToArray(), StringComparer.Ordinal);

    /// <summary>The families' names, in ordinal order.</summary>
    public static IEnumerable<string> All => Families.Keys.Order(StringComparer.Ordinal);

    /// <summary>The stored names that a word stands for: a family's, or the word itself when it is one; none when it is neither.</summary>
    public static IReadOnlyList<string> Find(string word) =>
        Families.TryGetValue(word, out var names) ? names : EventTypes.Find(word) is not null ? [word] : [];
}
