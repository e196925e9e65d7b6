using Journal.Recording;

namespace Journal.Web.Interchange;

/// <summary>The practices that were imported from a source before, to find those of a file among them again. For one pass over it.</summary>
internal sealed class KnownPractices(ImportedBefore before)
{
    private readonly List<(Guid Id, PracticeHistory History)> all = [.. before.Practices.Select(events => (events[0].Stream, new PracticeHistory(events)))];
    private readonly HashSet<Guid> found = [];

    /// <summary>How many of those whose keys begin so a file does not have.</summary>
    public int Absent(string keys) => all.Count(one => !found.Contains(one.Id) && one.History.Key?.StartsWith(keys, StringComparison.Ordinal) is true);

    /// <summary>The practice that something in a file is, the key its rows have there, and what the journal has of it.</summary>
    /// <exception cref="ImportFailedException"><c>import.identity</c>: its place in the source belonged to another practice the last time.</exception>
    public (Guid Id, string Key, PracticeHistory History) Find(Author author, ImportedPractice source)
    {
        if (FindAmong(source) is { } place)
        {
            found.Add(place.Id);
            return (place.Id, place.Key, all.Find(one => one.Id == place.Id).History);
        }

        var key = source.Identity.Unique is { } unique ? $"{source.Identity.Key.Split(':')[0]}:{unique}" : source.Identity.Key;
        return (NamedId.Create(author.Person, key), key, new PracticeHistory([]));
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
