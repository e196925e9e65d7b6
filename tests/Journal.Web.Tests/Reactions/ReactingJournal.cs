using Journal.Web.Reactions;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace Journal.Web.Tests.Reactions;

/// <summary>A journal whose clock can be moved on, and that may send to this machine.</summary>
public sealed class ReactingJournal : ServedJournal
{
    public ReactingJournal(TestPostgres postgres)
        : base(postgres)
    {
        Time = new();
        Clock = Time;
        Options = new() { Smtp = $"smtp://127.0.0.1:{Mailbox.Port}?from=journal@example.org", PublicAddress = "https://journal.example/", WebhooksToPrivate = true };
    }

    public MovedClock Time { get; }

    public Mailbox Mailbox { get; } = new();

    // Looks are the tests' own, so that each knows what has been done.
    protected override void Change(IServiceCollection services) => services.Remove(services.Single(service => service.ImplementationType == typeof(ReactionLoop)));

    /// <summary>Goes on to six in the morning, UTC, so that no test runs into a midnight.</summary>
    internal Task WakeAsync() => MoveAsync(Time.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(6) - Time.GetUtcNow().UtcDateTime);

    /// <summary>Moves the clock on, and does what has come then; several nodes at once, to see that each thing is done by one.</summary>
    internal async Task MoveAsync(TimeSpan by)
    {
        Time.Move(by);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Get<Alarms>().RingAsync(TestContext.Current.CancellationToken)));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Get<Deliveries>().SendAsync(TestContext.Current.CancellationToken)));
    }
}
