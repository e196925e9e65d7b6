using Journal.Facts;
using Journal.Practices;
using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>The practices that were imported from a source before, to find those of a file among them again.</summary>
internal sealed class KnownPractices
{
    private readonly List<(Guid Id, PracticeHistory History)> all = [];
    private readonly HashSet<Guid> found = [];

    /// <param name="source">The word that the keys of its rows begin with, such as <c>loop</c>.</param>
    public static async Task<KnownPractices> ReadAsync(PersonEvents events, FactsReader facts, Author author, string source, CancellationToken ct)
    {
        var known = new KnownPractices();
        foreach (var practice in (await facts.ReadAsync(author.Person, knownAt: null, ct)).Of<PracticeFact>().Where(practice => practice.Source?.StartsWith(source + ":", StringComparison.Ordinal) is true))
            known.all.Add((practice.Id, new(await events.SubjectAsync(author.Tenant, practice.Id, 1, ct))));
        return known;
    }

    /// <summary>How many of them a file does not have.</summary>
    public int Absent => all.Count(one => !found.Contains(one.Id));

    /// <summary>The practice that something in a file is, and the key its rows have there.</summary>
    /// <exception cref="ImportFailedException"><c>import.identity</c>: its place in the source belonged to another practice the last time.</exception>
    public (Guid Id, string Key) Find(Author author, ImportedPractice source)
    {
        var place = FindAmong(source);
        found.Add(place?.Id ?? default);
        var key = source.Identity.Unique is { } unique ? $"{source.Identity.Key.Split(':')[0]}:{unique}" : source.Identity.Key;
        return place ?? (NamedId.Create(author.Person, key), key);
    }

    private (Guid Id, string Key)? FindAmong(ImportedPractice source)
    {
        var (key, unique) = (source.Identity.Key, source.Identity.Unique);
        var free = all.Where(one => !found.Contains(one.Id)).ToList();
        if (unique is not null && free.Find(one => UniqueOf(one.History, source) == unique) is { History: not null } same)
            return (same.Id, same.History.Key!);

        // Before the source gave its practices an id, their place told them apart.
        var inPlace = free.Find(one => one.History.Key == key && (unique is null || UniqueOf(one.History, source) is null));
        if (inPlace.History is { } there && (there.Fact!.Title == source.Adopt.Title || there.Days.Count == 0 || HasItsDays(there, source)))
            return (inPlace.Id, key);
        if (unique is not null && free.Find(one => UniqueOf(one.History, source) is null && one.History.Fact!.Title == source.Adopt.Title && HasItsDays(one.History, source)) is { History: not null } moved)
            return (moved.Id, moved.History.Key!);
        return inPlace.History is null ? null : throw new ImportFailedException(
            "import.identity",
            $"{key} was “{inPlace.History.Fact!.Title}” at the last import and is “{source.Adopt.Title}” in this file, with other days. Nothing was imported. The file may be of another device; a newer version of its app tells its habits apart by ids of their own.");
    }

    private static string? UniqueOf(PracticeHistory history, ImportedPractice source) => history.Row is { } row ? source.Identity.UniqueIn(row.Row) : null;

    // Renamed or moved, it still has the days it had. Another that has taken its place has its own.
    private static bool HasItsDays(PracticeHistory before, ImportedPractice now)
    {
        var days = now.Days.Select(day => $"{before.Key}:{day.Row.Key}").ToHashSet(StringComparer.Ordinal);
        return before.Days.Keys.Count(days.Contains) * 2 >= before.Days.Count;
    }
}
