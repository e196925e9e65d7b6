using System.Text;
using System.Text.Json;
using Journal.EventStore;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Recording;
using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Interchange;

/// <summary>A journal's events on a database of their own, and files that come and go.</summary>
internal sealed class JournalStore : IAsyncDisposable
{
    private static readonly EventCatalog Catalog = JournalCatalog.Build();
    private readonly TestDatabase database;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-ndjson-");
    private int files;

    private JournalStore(TestDatabase database)
    {
        this.database = database;
        Events = new(database.DataSource, Catalog);
    }

    public static Person Ann { get; } = new(new("0198a000-0000-7000-8000-00000000000a"), "ann", "Europe/Lisbon", default);

    public static Person Ben { get; } = new(new("0198a000-0000-7000-8000-00000000000b"), "ben", "Europe/Berlin", default);

    public PostgresEventStore Events { get; }

    public static async Task<JournalStore> NewAsync(TestPostgres postgres) =>
        new(await postgres.NewDatabaseAsync("event store", (db, ct) => new PostgresEventStore(db, Catalog).MigrateAsync(ct)));

    /// <summary>A sample journal as it stands in the repository.</summary>
    public static string Seed(string name) => Path.Combine(AppContext.BaseDirectory, "Interchange", "Seeds", name + ".ndjson");

    public string File(params IEnumerable<string> lines) => File(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    public string File(byte[] content)
    {
        var path = Path.Combine(folder.FullName, $"{Interlocked.Increment(ref files)}.ndjson");
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public Task<ImportSummary> ImportAsync(string path, Person? person = null, bool dryRun = false, Action<int, int>? progress = null) =>
        new NdjsonImport(Events, TimeProvider.System).RunAsync((person ?? Ann).Id, path, dryRun, progress, TestContext.Current.CancellationToken);

    public async Task<byte[]> ExportAsync(Person? person = null)
    {
        using var output = new MemoryStream();
        await new JournalExport(Events).WriteAsync(person ?? Ann, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    /// <summary>The lines of the events, without the one that names the person.</summary>
    public async Task<string[]> ExportedEventsAsync(Person? person = null) => Encoding.UTF8.GetString(await ExportAsync(person)).Split('\n')[1..^1];

    public Task AppendAsync(IJournalEvent e, Func<NewEvent, NewEvent>? dress = null) => Events.AppendAsync(
        new StreamAppend(Author.TenantOf(Ann.Id), e.SubjectId, ExpectedVersion.Any, [dress is null ? new(e) : dress(new(e))]), TestContext.Current.CancellationToken);

    public Task<IReadOnlyList<RecordedEvent>> ReadAsync(Person? person = null) =>
        Events.ReadTenantAsync(Author.TenantOf((person ?? Ann).Id), null, TestContext.Current.CancellationToken);

    /// <summary>What the events say by now, as JSON, by id.</summary>
    public async Task<string[]> FactsAsync(Person person)
    {
        var projection = new FactsProjection();
        await Events.PrepareAsync(projection, TestContext.Current.CancellationToken);
        var facts = await new FactsReader(Events, projection).ReadAsync(person.Id, knownAt: null, TestContext.Current.CancellationToken);
        return [.. facts.All.OrderBy(fact => fact.Id).Select(fact => JsonSerializer.Serialize(fact, FactsJson.Fact))];
    }

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await database.DisposeAsync();
    }
}
