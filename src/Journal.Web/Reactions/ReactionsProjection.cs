using JasperFx.Events;
using JasperFx.Events.Projections;
using Journal.Recording;
using Journal.Web.History;
using Journal.Web.Reactions.Webhooks;
using Marten;

namespace Journal.Web.Reactions;

/// <summary>Follows the log: what is to be sent to webhooks, and when predictions and commitments come due. Both lie in the database with the position they were found at.</summary>
/// <remarks>
/// What it makes has ids that follow from the event, and what is older than the log of deliveries is not sent: a rebuild makes nothing go out again. Deliveries are not taken away
/// by one.
/// </remarks>
internal sealed class ReactionsProjection(TimeProvider clock) : Marten.Events.Projections.IProjection
{
    public const string ProjectionName = "reactions";

    // Less than a delivery is kept for.
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(6);

    public static void Register(StoreOptions options, TimeProvider clock) => options.Projections.Add(new ReactionsProjection(clock), ProjectionLifecycle.Async, ProjectionName);

    public async Task ApplyAsync(IDocumentOperations operations, IReadOnlyList<IEvent> events, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        foreach (var e in events)
            SetAlarm(operations, e, now);
        var fresh = events.Where(e => now - e.Timestamp < Fresh).ToList();
        if (fresh.Count > 0)
            await SendAsync(operations, fresh, now, cancellation);
    }

    private static async Task SendAsync(IDocumentOperations operations, List<IEvent> events, DateTimeOffset now, CancellationToken ct)
    {
        var tenants = events.Select(e => e.TenantId).Distinct().ToArray();
        var hooks = (await operations.Query<Webhook>().Where(hook => hook.AnyTenant() && !hook.Off).ToListAsync(ct)).Where(hook => tenants.Contains(Author.TenantOf(hook.Person))).ToList();
        foreach (var person in hooks.GroupBy(hook => hook.Person))
        {
            var (tenant, mine) = (operations.ForTenant(Author.TenantOf(person.Key)), events.Where(e => e.TenantId == Author.TenantOf(person.Key)).ToList());
            var wanted = person.SelectMany(hook => mine.Where(e => e.Sequence > hook.From && Takes(hook, e)).Select(e => Delivery.OfEvent(person.Key, hook.Id, e.Id, now))).ToList();
            var known = (await tenant.LoadManyAsync<Delivery>(ct, wanted.Select(one => one.Id))).Select(one => one.Id).ToHashSet();
            foreach (var one in wanted.Where(one => !known.Contains(one.Id)))
                tenant.Store(one);
        }
    }

    private static bool Takes(Webhook hook, IEvent e) => hook.Kinds is not { } kinds || kinds.Any(kind => EventFamilies.Find(kind).Contains(e.EventTypeName));

    // Whether it is still open is looked up when the moment comes.
    private static void SetAlarm(IDocumentOperations operations, IEvent e, DateTimeOffset now)
    {
        if (e.Data is not IComesDue { Due: { } due } coming || now - due >= TimeSpan.FromDays(7) || !Guid.TryParseExact(e.TenantId, "D", out var person))
            return;
        var kind = coming.DueId == coming.SubjectId ? AlarmKind.Commitment : AlarmKind.Prediction;
        operations.ForTenant(e.TenantId).Store(new Alarm(coming.DueId, person, kind, coming.SubjectId, due.ToUnixTimeMilliseconds(), default, null));
    }
}
