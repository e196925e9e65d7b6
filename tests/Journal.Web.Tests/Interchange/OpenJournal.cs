using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.Cycles;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Interchange.Loop;
using Journal.Web.Interchange.Sources;
using Journal.Web.Operations;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.Store;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journal.Web.Tests.Interchange;

/// <summary>A journal with its services, in this process, on a database of its own, and one person in it.</summary>
internal sealed class OpenJournal : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly IHost host;

    private OpenJournal(TestDatabase database, IHost host, Author author) => (this.database, this.host, Author) = (database, host, author);

    public Author Author { get; }

    public string ConnectionString => database.ConnectionString;

    public static async Task<OpenJournal> CreateAsync(TestPostgres postgres, string zone = "Europe/Lisbon")
    {
        var database = await postgres.NewJournalDatabaseAsync();
        var host = await JournalHost.OpenAsync(database.DataSource, Ct);
        var (person, _) = await host.Services.GetRequiredService<PeopleRegistry>().EnsureAsync("demo", zone, Ct);
        return new(database, host, person!.As("import"));
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task<ImportSummary> ImportAsync(string path, bool dryRun = false, Author? author = null) =>
        Get<Imports>().RunAsync(author ?? Author, new(path, null, "loop", ImportAsk.NoMap, dryRun), null, Ct);

    /// <summary>Reads a Loop database as an import does.</summary>
    public static ImportedFile Read(string path)
    {
        using var file = SourceFile.Open(path);
        return new LoopImporter().Read(file, new ImportAsk(new Author(Guid.NewGuid(), TimeZoneInfo.Utc, "import"), TimeProvider.System.GetUtcNow(), ImportAsk.NoMap), Ct);
    }

    public async Task<IReadOnlyList<RecordedEvent>> EventsAsync() => await Get<PersonEvents>().ReadAsync(Author.Tenant, null, Ct);

    /// <summary>Appends an event as it is, past the deciders.</summary>
    public Task AppendAsync(IJournalEvent e) => Get<IDocumentStore>().AppendAsync(Author.Tenant, e);

    /// <summary>Brings the projections up to date.</summary>
    public Task CatchUpAsync() => Get<Projections>().RunAsync(Ct);

    public async Task<CyclesReport> CyclesAsync(DateOnly to) =>
        CyclesReport.Of(Author.Person, new ReportRequest { To = to }, await Get<FactsReader>().ReadAsync(Author.Person, knownAt: null, Ct));

    public async Task<IReadOnlyList<OutcomeFact>> OutcomesAsync() => [.. (await Get<FactsReader>().ReadAsync(Author.Person, knownAt: null, Ct)).Of<OutcomeFact>()];

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        await database.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
