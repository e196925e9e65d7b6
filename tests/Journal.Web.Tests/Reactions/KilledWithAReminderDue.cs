using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Reactions;
using Journal.Web.Reactions.Channels;
using Journal.Web.Tests.Crashes;
using Journal.Web.Tests.Postgres;
using Marten;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Web.Tests.Reactions;

/// <summary>The node that is about to remind is killed (kill -9) as the moment comes, and two others start.</summary>
public sealed class KilledWithAReminderDue(TestPostgres postgres)
{
    // A node that dies while it sends holds what it sends for two minutes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task It_is_told_once_and_the_receiver_sees_one_id()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var database = await postgres.NewDatabaseAsync();
        await JournalHost.PrepareAsync(database.DataSource, Ct);
        using var host = JournalHost.Build(services => services.AddJournal(database.DataSource, new() { RunDaemon = false, WebhooksToPrivate = true }));
        await host.StartAsync(Ct);
        var person = (await host.Services.GetRequiredService<PeopleRegistry>().EnsureAsync("me", "UTC", Ct)).Person!;
        Assert.NotNull((await host.Services.GetRequiredService<ChannelRegistry>().AddAsync(person.Id, new(ChannelKind.Post, receiver.Address.ToString()), AuditSource.Terminal, Ct)).Channel);
        using var first = Node(database);
        await first.StartAsync();

        var due = TimeProvider.System.GetUtcNow().AddSeconds(2);
        await host.Services.GetRequiredService<Reminders>().SetAsync(person, null, "12:00", null, Ct);
        await using (var session = host.Services.GetRequiredService<IDocumentStore>().LightweightSession(Author.TenantOf(person.Id)))
        {
            session.Store((await session.LoadAsync<Alarm>(person.Id, Ct))! with { Due = due.ToUnixTimeMilliseconds() });
            await session.SaveChangesAsync(Ct);
        }

        await Task.Delay(due - TimeProvider.System.GetUtcNow(), Ct);
        await first.KillAsync();
        using var second = Node(database);
        using var third = Node(database);
        await Task.WhenAll(second.StartAsync(), third.StartAsync());
        for (var began = TimeProvider.System.GetUtcNow(); receiver.All.Count == 0 && TimeProvider.System.GetUtcNow() - began < Patience;)
            await Task.Delay(200, Ct);
        await Task.Delay(3000, Ct);
        Assert.Single(receiver.All.Select(got => got.Headers["Journal-Id"]).Distinct());
        Assert.Single(await host.Services.GetRequiredService<Notices>().ListAsync(person.Id, unread: false, null, 10, Ct));
        await host.StopAsync(Ct);
    }

    private static Node Node(TestDatabase database) => new(database.ConnectionString, "--webhooks-to-private");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
