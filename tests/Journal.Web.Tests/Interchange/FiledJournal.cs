using System.Text;
using System.Text.Json;
using JasperFx.Events;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Interchange.JournalFiles;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.Store;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journal.Web.Tests.Interchange;

/// <summary>A journal's events on a database of their own, and files that come and go.</summary>
internal sealed class FiledJournal : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly IHost host;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("journal-ndjson-");
    private int files;

    private FiledJournal(TestDatabase database, IHost host) => (this.database, this.host) = (database, host);

    public static Person Ann { get; } = new(new("0198a000-0000-7000-8000-00000000000a"), "ann", "Europe/Lisbon", default);

    public static Person Ben { get; } = new(new("0198a000-0000-7000-8000-00000000000b"), "ben", "Europe/Berlin", default);

    public static async Task<FiledJournal> NewAsync(TestPostgres postgres)
    {
        var database = await postgres.NewJournalDatabaseAsync();
        var host = await JournalHost.OpenAsync(database.DataSource, TestContext.Current.CancellationToken);
        await using var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession();
        session.Store(Ann, Ben);
        await session.SaveChangesAsync();
        return new(database, host);
    }

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
        Get<NdjsonImport>().RunAsync((person ?? Ann).Id, path, dryRun, progress, TestContext.Current.CancellationToken);

    public async Task<byte[]> ExportAsync(Person? person = null)
    {
        using var output = new MemoryStream();
        await Get<JournalExport>().WriteAsync(person ?? Ann, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    /// <summary>The lines of the events, without the one that names the person.</summary>
    public async Task<string[]> ExportedEventsAsync(Person? person = null) => Encoding.UTF8.GetString(await ExportAsync(person)).Split('\n')[1..^1];

    public Task AppendAsync(IJournalEvent e, Action<IEvent>? dress = null) => Get<IDocumentStore>().AppendAsync(Author.TenantOf(Ann.Id), e, dress);

    public async Task<IReadOnlyList<RecordedEvent>> ReadAsync(Person? person = null) =>
        await Get<PersonEvents>().ReadAsync(Author.TenantOf((person ?? Ann).Id), null, TestContext.Current.CancellationToken);

    /// <summary>What the events say by now, as JSON, by id.</summary>
    public async Task<string[]> FactsAsync(Person person)
    {
        var facts = await Get<FactsReader>().ReadAsync(person.Id, knownAt: null, TestContext.Current.CancellationToken);
        return [.. facts.All.OrderBy(fact => fact.Id).Select(fact => JsonSerializer.Serialize(fact, FactsJson.Fact))];
    }

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await host.StopAsync();
        host.Dispose();
        await database.DisposeAsync();
    }

    private T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();
}
