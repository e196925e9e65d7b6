using Journal.Facts;
using Journal.Recording;
using Marten;

namespace Journal.Web.Interchange.Loop;

/// <summary>Imports a database of the Loop Habit Tracker into a person's journal.</summary>
public sealed class LoopImport(IDocumentStore store, PersonEvents events, TimeProvider clock)
{
    /// <summary>Reads the file and says whether it can be imported.</summary>
    /// <exception cref="ImportFailedException">It cannot.</exception>
    public static void Check(string path) => LoopDatabase.Read(path);

    /// <param name="author">Whose journal, and the zone in which the source's dates were lived.</param>
    /// <param name="path">The database file.</param>
    /// <param name="dryRun">Says what would happen and stores nothing.</param>
    /// <param name="progress">Told how many of how many rows are done.</param>
    /// <param name="ct">Cancels; rows stored by then are found by the next run.</param>
    /// <exception cref="ImportFailedException">The file cannot be imported; nothing was stored.</exception>
    public async Task<ImportSummary> RunAsync(Author author, string path, bool dryRun, Action<int, int>? progress, CancellationToken ct)
    {
        var database = LoopDatabase.Read(path);
        var rows = database.Habits.Count + database.Repetitions.Count;
        var done = 0;
        var importer = new PracticeImporter(store, events, clock, author, dryRun);
        var tallies = new List<ImportTally>();
        foreach (var practice in new LoopMapping(author, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), author.Zone)).Map(database))
        {
            tallies.Add(await importer.RunAsync(practice, () => progress?.Invoke(++done, rows), ct));
        }

        return ImportTally.Total($"loop {database.Version}", author.Person, dryRun, tallies);
    }
}
