using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Tests.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journal.Web.Tests.Http;

/// <summary>A journal served over a real socket, on a database of its own. The tests of a class share it, each with people of its own.</summary>
public sealed class ServedJournal(TestPostgres postgres) : IAsyncLifetime
{
    private static int people;
    private TestDatabase database = null!;
    private WebApplication app = null!;

    public JournalServerOptions Options { get; init; } = new() { AllowedHosts = ["journal.example"], LargestPage = 50, PageSize = 20 };

    /// <summary>What is in the database before it is brought up to date, and a name for that content; nothing when left out.</summary>
    public (string Name, Func<Npgsql.NpgsqlDataSource, CancellationToken, Task> FillAsync) Before { get; init; } = ("journal", (_, _) => Task.CompletedTask);

    public CapturedLog Log { get; } = new();

    public Uri Address { get; private set; } = null!;

    public TestDatabase Database => database;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewDatabaseAsync(Before.Name, async (db, ct) =>
        {
            await Before.FillAsync(db, ct);
            await JournalHost.PrepareAsync(db, ct);
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddJournal(database.DataSource, Options).AddJournalHttp();
        app = builder.Build();
        app.MapJournal();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Somebody new, with a token that may write.</summary>
    public async Task<JournalClient> NewPersonAsync(string zone = "Europe/Lisbon")
    {
        var (person, _) = await Get<PeopleRegistry>().EnsureAsync($"person-{Interlocked.Increment(ref people)}", zone, CancellationToken.None);
        return new(Address, person!, await IssueAsync(person!, Scope.Write));
    }

    public async Task<string> IssueAsync(Person person, Scope scope)
    {
        var (issued, _) = await Get<TokenRegistry>().IssueAsync(person.Id, scope, "test", null, CancellationToken.None);
        return issued!.Secret;
    }

    /// <summary>Everything that is stored for a person.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> EventsOfAsync(JournalClient client) =>
        await Get<PersonEvents>().ReadAsync(client.Person.Id.ToString("D"), null, CancellationToken.None);
}
