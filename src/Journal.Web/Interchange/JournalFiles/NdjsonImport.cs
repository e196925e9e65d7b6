using System.Runtime.CompilerServices;
using Journal.Commands;
using Journal.Facts;
using Journal.Recording;
using Journal.Sealing;
using Marten;
using Npgsql;

namespace Journal.Web.Interchange.JournalFiles;

/// <summary>
/// Brings a journal file, as <see cref="JournalExport"/> writes it, into a person's journal. The whole file is checked before anything is stored;
/// then its events are appended in its order: into a journal that has nothing yet all at once, else some hundreds to a transaction. Their ids are kept, so that a second
/// run, or the run after one that was cut short, stores only what is missing.
/// </summary>
public sealed class NdjsonImport(IDocumentStore store, NpgsqlDataSource db, PersonEvents events, WordSealer sealer, TimeProvider clock)
{
    private const int Chunk = 500;
    private const int Attempts = 3;
    private readonly OrderedAppend append = new(store, db);
    private readonly BulkAppend bulk = new(store, sealer, clock);

    /// <summary>Whose journal a file says it is.</summary>
    /// <exception cref="ImportFailedException">It is not a journal file.</exception>
    public static Task<JournalFileHeader> ReadHeaderAsync(string path, CancellationToken ct) => NdjsonFile.ReadHeaderAsync(path, ct);

    /// <param name="person">Whose journal it goes into; who the file names does not matter.</param>
    /// <param name="path">The file. It is read twice.</param>
    /// <param name="dryRun">Says what would happen and stores nothing.</param>
    /// <param name="progress">Told how many of how many events are done.</param>
    /// <param name="ct">Cancels; what is stored by then is found by the next run.</param>
    /// <exception cref="ImportFailedException">
    /// <c>import.nofile</c>, <c>import.unreadable</c>, <c>import.format</c>, <c>import.version</c>; of one line <c>import.line</c>, <c>import.type</c>,
    /// <c>import.order</c>, <c>import.duplicate</c> (its id came before with other content) and <c>import.conflict</c> (the journal has its id with other content).
    /// </exception>
    public async Task<ImportSummary> RunAsync(Guid person, string path, bool dryRun, Action<int, int>? progress, CancellationToken ct)
    {
        var file = new NdjsonFile(path, clock.GetUtcNow());
        var known = await EventContents.OfTenantAsync(events, Author.TenantOf(person), ct);
        var streams = new FileStreams();
        var (rows, fresh) = await CheckAsync(file, known, streams, ct);
        var created = dryRun || fresh == 0 ? fresh
            : known.Count == 0 && await StoreWholeAsync(person, file, streams, done => progress?.Invoke(done, rows), ct) ? fresh
            : await StoreAsync(person, file, known, done => progress?.Invoke(done, rows), ct);
        progress?.Invoke(rows, rows);
        return new($"journal {JournalFileHeader.Version}", person, dryRun, rows, created, Changed: 0, rows - created, Skipped: 0, new Dictionary<string, int>(), []);
    }

    private static async Task<(int Rows, int Fresh)> CheckAsync(NdjsonFile file, EventContents known, FileStreams streams, CancellationToken ct)
    {
        var inFile = new EventContents();
        var (rows, fresh) = (0, 0);
        await foreach (var (number, line) in file.ReadAsync(ct))
        {
            rows++;
            var (stored, before) = (known.Has(line.Id, line.Data), inFile.Has(line.Id, line.Data));
            if (before == false)
                throw NdjsonFile.Failure(number, "import.duplicate", "A line before it has the same id and says something else.");
            if (stored == false)
                throw NdjsonFile.Failure(number, "import.conflict", "The journal has an event of the same id that says something else.");
            if (before is null)
            {
                inFile.Add(line.Id, line.Data);
                streams.Add(line);
            }

            fresh += stored is null && before is null ? 1 : 0;
        }

        return (rows, fresh);
    }

    /// <returns>False when somebody else has recorded something meanwhile.</returns>
    private async Task<bool> StoreWholeAsync(Guid person, NdjsonFile file, FileStreams streams, Action<int> progress, CancellationToken ct)
    {
        try
        {
            await bulk.AppendAsync(Author.TenantOf(person), streams, OnceAsync(file, progress, ct), ct);
            return true;
        }
        catch (Exception taken) when (Recorder.IsLostRace(taken))
        {
            return false;
        }
    }

    private static async IAsyncEnumerable<JournalFileLine> OnceAsync(NdjsonFile file, Action<int> progress, [EnumeratorCancellation] CancellationToken ct)
    {
        var (seen, done) = (new HashSet<Guid>(), 0);
        await foreach (var (_, line) in file.ReadAsync(ct))
        {
            if (++done % Chunk == 0)
                progress(done);
            if (seen.Add(line.Id))
                yield return line;
        }
    }

    private async Task<int> StoreAsync(Guid person, NdjsonFile file, EventContents known, Action<int> progress, CancellationToken ct)
    {
        var chunk = new List<JournalFileLine>(Chunk);
        var (done, created) = (0, 0);
        await foreach (var (_, line) in file.ReadAsync(ct))
        {
            done++;
            if (known.Has(line.Id, line.Data) is not null)
                continue;
            known.Add(line.Id, line.Data);
            chunk.Add(line);
            if (chunk.Count < Chunk)
                continue;
            created += await AppendAsync(person, chunk, ct);
            chunk.Clear();
            progress(done);
        }

        return created + (chunk.Count > 0 ? await AppendAsync(person, chunk, ct) : 0);
    }

    private async Task<int> AppendAsync(Guid person, List<JournalFileLine> lines, CancellationToken ct)
    {
        var tenant = Author.TenantOf(person);
        for (var attempt = 1; lines.Count > 0; attempt++)
        {
            try
            {
                await append.AppendAsync(tenant, lines, ct);
                return lines.Count;
            }
            catch (Exception taken) when (attempt < Attempts && Recorder.IsLostRace(taken))
            {
                // Another run of the same file is under way: what it has stored meanwhile is taken out.
                var known = await EventContents.OfTenantAsync(events, tenant, ct);
                lines = [.. lines.Where(line => known.Has(line.Id, line.Data) != true)];
            }
            catch (Exception conflict) when (Recorder.IsLostRace(conflict))
            {
                throw new ImportFailedException("import.conflict", "The journal has an event of the same id that says something else.", conflict);
            }
        }

        return 0;
    }
}
