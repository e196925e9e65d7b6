using Journal.EventStore;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Cycles;
using Journal.Web.Access;
using Journal.Web.Interchange;
using Journal.Web.Interchange.Loop;
using Journal.Web.Operations;
using Journal.Web.Recording;
using Journal.Web.Reports;
using Journal.Web.Tests.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Web.Tests.Interchange;

/// <summary>A journal with its services, in this process, on a database of its own, and one person in it.</summary>
internal sealed class OpenJournal : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private OpenJournal(TestDatabase database, ServiceProvider services, Author author) => (this.database, this.services, Author) = (database, services, author);

    public Author Author { get; }

    public string ConnectionString => database.ConnectionString;

    public static async Task<OpenJournal> CreateAsync(TestPostgres postgres, string zone = "Europe/Lisbon")
    {
        var database = await postgres.NewDatabaseAsync();
        var services = new ServiceCollection().AddJournal(database.DataSource).BuildServiceProvider();
        await services.GetRequiredService<JournalDatabase>().MigrateAsync(Ct);
        var (person, _) = await services.GetRequiredService<PeopleRegistry>().EnsureAsync("demo", zone, Ct);
        return new(database, services, person!.As("import"));
    }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<ImportSummary> ImportAsync(string path, bool dryRun = false) => Get<LoopImport>().RunAsync(Author, path, dryRun, null, Ct);

    public Task<IReadOnlyList<RecordedEvent>> EventsAsync() => Get<PostgresEventStore>().ReadTenantAsync(Author.Tenant, null, Ct);

    public Task<CyclesReport> CyclesAsync(DateOnly to) => Get<ReportQueries>().CyclesAsync(Author.Person, new ReportRequest { To = to }, Ct);

    public async Task<IReadOnlyList<OutcomeFact>> OutcomesAsync() => [.. (await Get<FactsReader>().ReadAsync(Author.Person, knownAt: null, Ct)).Of<OutcomeFact>()];

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
