using Alba;
using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Tests.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journal.Web.Tests.Http;

/// <summary>A journal served by Alba, on a database of its own. The tests of a class share it, each with people of its own.</summary>
public class ServedJournal(TestPostgres postgres) : IAsyncLifetime
{
    private static int people;
    private TestDatabase database = null!;
    private IAsyncDisposable app = null!;
    private IServiceProvider services = null!;

    /// <summary>Whether it listens on a socket, which only tests need that look at what goes over one.</summary>
    protected virtual bool IsOnASocket => false;

    /// <summary>Takes out or puts in what tests do by hand.</summary>
    protected virtual void Change(IServiceCollection services)
    {
    }

    /// <summary>A way to it that follows no redirects and keeps no cookies.</summary>
    public HttpClient Http { get; private set; } = null!;

    public JournalServerOptions Options { get; init; } = new() { AllowedHosts = ["journal.example"], LargestPage = 50, PageSize = 20 };

    /// <summary>What is in the database before it is brought up to date, and a name for that content; nothing when left out.</summary>
    public (string Name, Func<Npgsql.NpgsqlDataSource, CancellationToken, Task> FillAsync) Before { get; init; } = ("journal", (_, _) => Task.CompletedTask);

    public CapturedLog Log { get; } = new();

    /// <summary>What time it is for it; the machine's when left out.</summary>
    public TimeProvider? Clock { get; init; }

    public Uri Address { get; private set; } = null!;

    public TestDatabase Database => database;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewDatabaseAsync(Before.Name, async (db, ct) =>
        {
            await Before.FillAsync(db, ct);
            await JournalHost.PrepareAsync(db, ct);
        });
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(Log);
        if (Clock is not null)
            builder.Services.AddSingleton(Clock);
        builder.Services.AddJournal(database.DataSource, Options).AddJournalHttp();
        Change(builder.Services);
        await (IsOnASocket ? ListenAsync(builder) : HostAsync(builder));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private async Task HostAsync(WebApplicationBuilder builder)
    {
        var alba = await AlbaHost.For(builder, journal => journal.MapJournal());
        (app, services, Http) = (alba, alba.Services, alba.Server.CreateClient());
        Address = Http.BaseAddress!;
    }

    private async Task ListenAsync(WebApplicationBuilder builder)
    {
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var journal = builder.Build();
        journal.MapJournal();
        await journal.StartAsync();
        (app, services, Address) = (journal, journal.Services, new Uri(journal.Urls.Single()));
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>Somebody new, with a token that may write.</summary>
    public async Task<JournalClient> NewPersonAsync(string zone = "Europe/Lisbon")
    {
        var (person, _) = await Get<PeopleRegistry>().EnsureAsync($"person-{Interlocked.Increment(ref people)}", zone, CancellationToken.None);
        return new(Http, person!, await IssueAsync(person!, Scope.Manage));
    }

    public async Task<string> IssueAsync(Person person, Scope scope)
    {
        var (issued, _) = await Get<TokenRegistry>().IssueAsync(person.Id, scope, "test", null, AuditSource.Terminal, CancellationToken.None);
        return issued!.Secret;
    }

    /// <summary>Everything that is stored for a person.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> EventsOfAsync(JournalClient client) =>
        await Get<PersonEvents>().ReadAsync(client.Person.Id.ToString("D"), null, CancellationToken.None);
}
