using Journal.Entries;
using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Operations;
using Journal.Web.ReadModels;
using Journal.Web.Search;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Journal.Web.Tests.Store;

/// <summary>One node that keeps the projections of a journal, in this process.</summary>
internal sealed class DaemonHost : IAsyncDisposable
{
    private readonly IHost host;

    private DaemonHost(IHost host, CapturedLog log) => (this.host, Log) = (host, log);

    public CapturedLog Log { get; }

    public IDocumentStore Store => Get<IDocumentStore>();

    public static async Task<DaemonHost> StartAsync(TestDatabase database)
    {
        var log = new CapturedLog();
        var host = JournalHost.Build(services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(log)).AddJournal(database.DataSource));
        await host.StartAsync(Ct);
        return new(host, log);
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Somebody new, as a tenant.</summary>
    public async Task<string> NewPersonAsync(string handle = "demo") => Author.TenantOf((await Get<PeopleRegistry>().EnsureAsync(handle, "UTC", Ct)).Person!.Id);

    public Task WriteAsync(string tenant, string text = "on time") =>
        Store.AppendAsync(tenant, new JournalEntryWritten(Guid.CreateVersion7(), text, null, null, new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero)));

    public Task CatchUpAsync() => Get<Projections>().CatchUpAsync(Ct);

    /// <summary>How many entries the projection of words has of a person.</summary>
    public async Task<int> SeenAsync(string tenant)
    {
        await using var session = Store.QuerySession(tenant);
        return await session.Query<WrittenText>().CountAsync(Ct);
    }

    /// <summary>The positions that the projections have reached.</summary>
    public async Task<IReadOnlyList<long>> ReachedAsync() => [.. (await Get<Projections>().ListAsync(Ct)).Select(one => one.Position)];

    /// <summary>What is kept of a person, and what a replay of their events makes.</summary>
    public async Task<(string Kept, string Replayed)> ComparedAsync(string tenant)
    {
        var events = await Get<PersonEvents>().ReadAsync(tenant, null, Ct);
        var replayed = new ReplayedState(Guid.Parse(tenant), events);
        return (
            $"{await WordsHash.OfAsync(Store, tenant, key: null, Ct)} {await HistoryHash.OfAsync(Store, tenant, Ct)}",
            $"{WordsHash.Of(events, key: null)} {HistoryHash.Of(replayed.History)}");
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
