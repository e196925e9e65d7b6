using Journal.Facts;
using Journal.Recording;
using Marten;

namespace Journal.Web.Interchange;

/// <summary>Imports a file of another application, of any format there is an <see cref="IImporter"/> for, into a person's journal.</summary>
public sealed class PracticeImport(IDocumentStore store, PersonEvents events, FactsReader facts, TimeProvider clock)
{
    /// <param name="importer">Reads the format.</param>
    /// <param name="author">Whose journal, and the zone in which the source's dates were lived.</param>
    /// <param name="path">The file.</param>
    /// <param name="dryRun">Says what would happen and stores nothing.</param>
    /// <param name="progress">Told how many of how many rows are done.</param>
    /// <param name="ct">Cancels; rows stored by then are found by the next run.</param>
    /// <exception cref="ImportFailedException">The file cannot be imported; nothing was stored.</exception>
    public async Task<ImportSummary> RunAsync(IImporter importer, Author author, string path, bool dryRun, Action<int, int>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(importer);
        ArgumentNullException.ThrowIfNull(author);
        var file = importer.Read(path, author, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), author.Zone), ct);
        var known = await KnownPractices.ReadAsync(events, facts, author, importer.Name, ct);
        var places = file.Practices.Select(practice => known.Find(author, practice)).ToList();
        var rows = file.Practices.Sum(practice => 1 + practice.Days.Count);
        var done = 0;
        var engine = new PracticeImporter(store, events, clock, author, dryRun);
        var tallies = new List<ImportTally>();
        foreach (var (practice, place) in file.Practices.Zip(places))
        {
            tallies.Add(await engine.RunAsync(practice, place, () => progress?.Invoke(++done, rows), ct));
        }

        return ImportTally.Total(file, author.Person, dryRun, tallies, known.Absent);
    }
}
