using System.Net.Http.Headers;
using System.Text;
using Journal.Benchmarks.Measuring;
using Journal.Recording;
using Journal.Web;
using Journal.Web.Access;
using Journal.Web.Operations;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Journal.Benchmarks.Reports;

/// <summary>The journal served over a loopback socket from a PostgreSQL of its own, as it is in use, and somebody who asks.</summary>
internal sealed class ServedPeople : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private ServedPeople(WebApplication app, HttpClient http) => (this.app, this.http) = (app, http);

    /// <summary>Brings people's events in and every projection up to them.</summary>
    public static async Task FillAsync(BenchServer server, IEnumerable<(string Handle, int Events)> people, DateOnly last)
    {
        using var host = await JournalHost.OpenAsync(server.Db, CancellationToken.None);
        var (store, seed) = (host.Services.GetRequiredService<IDocumentStore>(), 0);
        foreach (var (handle, events) in people)
        {
            var (person, _) = await host.Services.GetRequiredService<PeopleRegistry>().EnsureAsync(handle, "Europe/Lisbon", CancellationToken.None);
            await Filling.AppendAsync(store, Author.TenantOf(person!.Id), new SeededLife(++seed, last).Of(events));
        }

        await host.Services.GetRequiredService<Projections>().CatchUpAsync(CancellationToken.None);
        await host.StopAsync();
        await server.ExecuteAsync("vacuum analyze");
    }

    public static async Task<ServedPeople> StartAsync(BenchServer server, string handle)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddJournal(server.Db).AddJournalHttp();
        var app = builder.Build();
        app.MapJournal();
        await app.StartAsync();
        var served = new ServedPeople(app, new() { BaseAddress = new Uri(app.Urls.Single() + "/api/v1/") });
        await served.SignInAsync(handle);
        return served;
    }

    /// <summary>From here on it is somebody else who asks.</summary>
    public async Task SignInAsync(string handle)
    {
        var (person, _) = await app.Services.GetRequiredService<PeopleRegistry>().EnsureAsync(handle, "Europe/Lisbon", CancellationToken.None);
        var (token, _) = await app.Services.GetRequiredService<TokenRegistry>().IssueAsync(person!.Id, Scope.Write, "benchmark", null, AuditSource.Terminal, CancellationToken.None);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token!.Secret);
    }

    /// <summary>Asks, and takes the whole answer in.</summary>
    /// <returns>Its size in bytes.</returns>
    public async Task<int> GetAsync(string path) => (await http.GetByteArrayAsync(path)).Length;

    /// <summary>Records one sample of state.</summary>
    public async Task AppendAsync()
    {
        using var body = new StringContent("""{"energy":4}""", Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("states", body);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
