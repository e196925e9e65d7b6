using System.Text;
using System.Text.Json;
using CsvHelper;
using Journal.Commands;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Journal.Web.Interchange.Csv;
using Journal.Web.Interchange.Sources;
using Marten;
using Npgsql;

namespace Journal.Web.Interchange;

/// <summary>
/// Imports a file of another application, of any format there is an <see cref="IImporter"/> for, into a person's journal. The file is gone over twice: once to decide
/// everything, so that nothing is stored where anything of it cannot be read, and once to store it, so that the memory it takes does not grow with the file.
/// </summary>
public sealed class FileImport(IDocumentStore store, NpgsqlDataSource db, PersonEvents events, WordSealer sealer, TimeProvider clock)
{
    private const int Attempts = 3;
    private readonly ImportWriter writer = new(store, db, sealer, clock);

    /// <param name="importer">Reads the format.</param>
    /// <param name="author">Whose journal, and the zone in which the source's dates were lived.</param>
    /// <param name="file">The file.</param>
    /// <param name="job">On what terms.</param>
    /// <param name="progress">Told how many of how many rows are done.</param>
    /// <param name="ct">Cancels; nothing is stored then.</param>
    /// <exception cref="ImportFailedException">The file cannot be imported; nothing was stored.</exception>
    public async Task<ImportSummary> RunAsync(
        IImporter importer, Author author, SourceFile file, ImportJob job, Action<int, int>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(importer);
        ArgumentNullException.ThrowIfNull(author);
        ArgumentNullException.ThrowIfNull(job);
        var remembered = await RememberedMap.AllAsync(store, author.Person, ct);
        for (var attempt = 1; ; attempt++)
        {
            var before = await ImportedBefore.ReadAsync(events, author, importer.Name, ct);
            var ask = new ImportAsk(author, TimeZoneInfo.ConvertTime(clock.GetUtcNow(), author.Zone), job.Map) { Remembered = remembered, DayStartsAt = job.DayStartsAt };
            var (summary, extent, rows) = Check(importer, file, ask, before, job.DryRun, ct);
            if (job.DryRun)
                return summary;
            try
            {
                if (job.Map.Count > 0 && summary.Map is { } said)
                    await RememberedMap.KeepAsync(store, sealer, author.Person, said, clock.GetUtcNow(), ct);
                if (extent.Events == 0)
                    return summary;
                var done = 0;
                var plan = new ImportPlan(before, author, ask.Now);
                await writer.WriteAsync(author, extent, plan.Events(importer.Read(file, ask, ct), () => progress?.Invoke(++done, rows), ct), ct);
                return summary;
            }
            catch (Exception lost) when (attempt < Attempts && Recorder.IsLostRace(lost))
            {
                // Another import or the person was here meanwhile: what is there now decides what is new.
            }
        }
    }

    internal static (ImportSummary Summary, ImportExtent Extent, int Rows) Check(IImporter importer, SourceFile file, ImportAsk ask, ImportedBefore before, bool dryRun, CancellationToken ct)
    {
        var (plan, extent, rows) = (new ImportPlan(before, ask.Author, ask.Now), new ImportExtent(), 0);
        try
        {
            var read = importer.Read(file, ask, ct);
            foreach (var planned in plan.Events(read, () => rows++, ct))
                extent.Add(planned);
            return (plan.Summary(read, dryRun) with { Format = importer.Name, TakenFor = importer.File }, extent, rows);
        }
        catch (Exception unreadable) when (Failure(unreadable) is not null)
        {
            throw Failure(unreadable)!;
        }
    }

    // What the libraries that read a file say of it.
    internal static ImportFailedException? Failure(Exception e) => e switch
    {
        // How the reader of JSON marks what it cannot make text of: half of a character that takes two.
        InvalidOperationException { Source: "System.Text.Json.Rethrowable" } => new("text.encoding", "The file holds half of a character that takes two.", e),
        DecoderFallbackException => new("text.encoding", "The file is not UTF-8. iconv -t UTF-8 makes it so.", e),
        InvalidDataException => new("import.archive", "The archive is damaged or cut short.", e),
        JsonException malformed => new("import.json", $"Line {malformed.LineNumber + 1}: it is not the JSON that is expected.", e),
        // An escaped half of a letter in a name is valid JSON and no text.
        InvalidOperationException { Source: "System.Text.Json" } => new("import.encoding", "A text of it holds half of a letter.", e),
        CsvHelperException => new("csv.invalid", "The file is not the comma-separated text that is expected.", e),
        IOException or UnauthorizedAccessException => new("import.unreadable", $"The file cannot be read: {e.Message}", e),
        _ => null,
    };
}
