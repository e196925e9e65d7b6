using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Journal.Entries;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.States;
using Journal.Web.Interchange;
using Journal.Web.Interchange.Sources;

namespace Journal.Tests.Interchange;

/// <summary>A journal that is nothing but its events, into which files are imported as into any other.</summary>
internal sealed class PlannedJournal : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-planned-");
    private readonly List<RecordedEvent> events = [];
    private readonly Dictionary<Guid, long> versions = [];
    private int files;

    public Author Author { get; } = new(new Guid("0198a000-0000-7000-8000-00000000000a"), Zone("Europe/Lisbon"), "import");

    public DateTimeOffset Now { get; set; } = new(2026, 6, 1, 12, 0, 0, TimeSpan.FromHours(1));

    public TimeOnly DayStartsAt { get; set; }

    public IReadOnlyList<RecordedEvent> Events => events;

    public JournalFacts Facts => new FactsSoFar().Take(events).Now();

    public IReadOnlyList<EntryFact> Entries => Facts.Of<EntryFact>();

    public IReadOnlyList<StateFact> States => Facts.Of<StateFact>();

    public IReadOnlyList<PracticeFact> Practices => Facts.Of<PracticeFact>();

    /// <summary>The days of a practice by their outcomes, in order.</summary>
    public IReadOnlyList<string> Days(string title) => [.. Facts.Of<OutcomeFact>().Where(outcome => outcome.PracticeId == Practices.Single(practice => practice.Title == title).Id)
        .Select(outcome => $"{outcome.Day:MM-dd} {outcome.State}{(outcome.Amount is { } amount ? FormattableString.Invariant($" {amount}") : "")}")];

    public ImportSummary Import(string text, string? format = null, string? name = null, params string[] map) => Import(Encoding.UTF8.GetBytes(text), format, name, map);

    public ImportSummary Import(byte[] content, string? format = null, string? name = null, params string[] map)
    {
        var path = Path.Combine(folder.FullName, $"{++files}");
        File.WriteAllBytes(path, content);
        return ImportFile(path, format, name, map);
    }

    public ImportSummary ImportFile(string path, string? format = null, string? name = null, params string[] map)
    {
        using var file = SourceFile.Open(path, name);
        var importer = Imports.Find(file, format) ?? throw new InvalidOperationException("It is a journal file.");
        var before = new ImportedBefore(importer.Name);
        events.ForEach(before.Take);
        var ask = new ImportAsk(Author, Now, ImportJob.Meanings(map)) { DayStartsAt = DayStartsAt };
        var (summary, extent, _) = FileImport.Check(importer, file, ask, before, dryRun: false, TestContext.Current.CancellationToken);
        var planned = new ImportPlan(before, Author, Now).Events(importer.Read(file, ask, TestContext.Current.CancellationToken), () => { }, TestContext.Current.CancellationToken).ToList();
        Assert.Equal(extent.Events, planned.Count);
        Assert.All(planned, one => Assert.Equal(versions.GetValueOrDefault(one.Stream), one.Before));
        planned.ForEach(Append);
        return summary;
    }

    /// <summary>The code by which a file is refused; nothing of it may be recorded.</summary>
    public string Refused(byte[] content, string? format = null, string? name = null, params string[] map)
    {
        var before = events.Count;
        var failed = Assert.Throws<ImportFailedException>(() => Import(content, format, name, map));
        Assert.Equal(before, events.Count);
        return failed.Code;
    }

    public string Refused(string text, string? format = null, params string[] map) => Refused(Encoding.UTF8.GetBytes(text), format, null, map);

    /// <summary>Records something by hand.</summary>
    public void Record(IJournalEvent e) => Append(e, EventHeaders.Empty);

    /// <summary>An archive of texts by their names.</summary>
    public static byte[] Zip(params IEnumerable<(string Name, string Text)> entries)
    {
        using var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return buffer.ToArray();
    }

    public string NewFolder()
    {
        var path = Path.Combine(folder.FullName, $"folder{++files}");
        Directory.CreateDirectory(path);
        return path;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Append(PlannedEvent planned)
    {
        Append(planned.Event, new EventHeaders(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>
        {
            ["import.key"] = planned.Row.Key,
            ["import.table"] = planned.Row.Table,
            ["import.row"] = planned.Row.Row,
            [StoredHeaders.Zone] = planned.Zone,
        })));
    }

    // As the store does it: written out and read back.
    private void Append(IJournalEvent e, EventHeaders headers)
    {
        var version = versions[e.SubjectId] = versions.GetValueOrDefault(e.SubjectId) + 1;
        var (type, body) = (EventTypes.NameOf(e.GetType()), JsonSerializer.SerializeToUtf8Bytes(e, e.GetType(), EventTypes.Json));
        events.Add(new(events.Count + 1, Guid.NewGuid(), Author.Tenant, e.SubjectId, version, type, EventTypes.Read(type, body), Now.ToUniversalTime(), null, null, headers));
    }

    private static TimeZoneInfo Zone(string name) => Zones.TryFind(name, out var zone) ? zone : throw new InvalidOperationException(name);
}
