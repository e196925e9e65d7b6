using Journal.BrowserTests;
using Journal.Web;
using Journal.Web.Access;
using Journal.Web.Tests.Postgres;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ServedPages))]

namespace Journal.BrowserTests;

/// <summary>One journal and one browser for all tests of this assembly, each test with a person of its own.</summary>
public sealed class ServedPages : IAsyncLifetime
{
    /// <summary>The tests take turns: one takes the server away.</summary>
    public const string Turns = "turns";

    private static int people;
    private readonly TestPostgres postgres = new();
    private TestDatabase database = null!;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;

    public IBrowser Browser { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewJournalDatabaseAsync();
        await StartAsync(0);
        playwright = await Playwright.CreateAsync();
        // Debian's browser, as root in a container: the sandbox needs an account of its own.
        var browser = Environment.GetEnvironmentVariable("JOURNAL_CHROMIUM") is { Length: > 0 } named ? named : "/usr/bin/chromium";
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = browser, Args = ["--no-sandbox"] });
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        await database.DisposeAsync();
        await postgres.DisposeAsync();
    }

    /// <summary>Somebody new, signed in.</summary>
    public async Task<Visitor> VisitAsync(BrowserNewContextOptions? options = null)
    {
        var (person, _) = await Get<PeopleRegistry>().EnsureAsync($"visitor-{Interlocked.Increment(ref people)}", "Europe/Lisbon", CancellationToken.None);
        return await VisitAsync(person!, options);
    }

    /// <summary>The same person in another browser.</summary>
    public async Task<Visitor> VisitAsync(Person person, BrowserNewContextOptions? options = null)
    {
        var context = await Browser.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 390, Height = 844 } });
        var visitor = new Visitor(this, person, context, await context.NewPageAsync());
        await visitor.SignInAsync();
        return visitor;
    }

    /// <summary>Stops the server, and starts it again at the same address.</summary>
    public async Task<IAsyncDisposable> StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        return new Stopped(this);
    }

    private async Task StartAsync(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddJournal(database.ConnectionString).AddJournalHttp();
        app = builder.Build();
        app.MapJournal();
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    private sealed class Stopped(ServedPages pages) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await pages.StartAsync(pages.Address.Port);
    }
}
