using System.Globalization;
using Journal.Aims;
using Journal.Facts;
using Journal.Recording;
using Journal.Sharing;
using Journal.Web.Access;
using Marten;

namespace Journal.Web.Sharing;

/// <summary>Who lets whom look, and the looks that were taken.</summary>
public sealed class Grants(IDocumentStore store, PeopleRegistry people, FactsReader facts, TimeProvider clock)
{
    private const int UsualDays = 90, MostDays = 365;
    private static readonly TimeSpan SameLook = TimeSpan.FromHours(1), Kept = TimeSpan.FromDays(365);

    public static Refusal Unknown { get; } = Refusal.Unknown("grant.unknown", "There is no such grant.");

    /// <summary>A grant as it would be given, with its words.</summary>
    /// <returns>The grant, or why there can be none: <c>coach.unknown</c>, <c>coach.self</c>, <c>layers.missing</c>, <c>kinds.unknown</c>, <c>aims.unknown</c>, <c>time.invalid</c>, <c>time.order</c>, <c>until.range</c>.</returns>
    public async Task<(ShownGrant? Grant, Refusal? Refusal)> ProposeAsync(Person giver, NewGrant wanted, CancellationToken ct)
    {
        var (now, zone) = (clock.GetUtcNow(), giver.As("api").Zone);
        var today = DateOnly.FromDateTime(LocalTime.Local(now, zone).DateTime);
        if (await people.FindAsync((wanted.Coach ?? "").Trim(), ct) is not { } coach)
            return (null, Refusal.Unknown("coach.unknown", "Nobody here has this handle."));
        if (coach.Id == giver.Id)
            return (null, Refusal.Invalid("coach.self", "You see your own journal without a grant."));
        if (wanted.Layers is not { Count: > 0 })
            return (null, Refusal.Invalid("layers.missing", "Say which layers: belief, thinking, execution."));
        var kinds = (wanted.Kinds ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (kinds.Exists(kind => !SharedScope.Nameable.Contains(kind)))
            return (null, Refusal.Invalid("kinds.unknown", $"kinds are among {string.Join(", ", SharedScope.Nameable)}."));
        var (known, aims) = (await facts.ReadAsync(giver.Id, knownAt: null, ct), (wanted.Aims ?? []).Distinct().ToList());
        if (aims.Except(known.Of<AimFact>().Select(aim => aim.Id)).Any())
            return (null, Refusal.Invalid("aims.unknown", "aims are ids of your aims."));
        if (!Day(wanted.From, out var from) || !Day(wanted.To, out var to) || !Day(wanted.Until, out var until))
            return (null, Refusal.Invalid("time.invalid", "from, to and until are dates, such as 2026-01-05."));
        if (from > to)
            return (null, Refusal.Invalid("time.order", "The first day lies after the last."));
        var last = until ?? today.AddDays(UsualDays);
        if (last < today || last > today.AddDays(MostDays))
            return (null, Refusal.Invalid("until.range", $"until is a day from today to {MostDays} days ahead; {UsualDays} days when left out."));
        var grant = new Grant(Guid.CreateVersion7(now), giver.Id, coach.Id, new([.. wanted.Layers.Distinct().Order()], aims, kinds, from, to, wanted.Words), now, EndOf(last, zone)) { Comments = wanted.Comments };
        return (new(grant, coach.Handle, GrantWords.Of(grant, coach.Handle, known, zone)), null);
    }

    /// <summary>Gives a grant; it takes the place of the one that the same person had before.</summary>
    public async Task<(ShownGrant? Grant, Refusal? Refusal)> GiveAsync(Person giver, NewGrant wanted, AuditSource from, CancellationToken ct)
    {
        var (shown, refusal) = await ProposeAsync(giver, wanted, ct);
        if (shown is null)
            return (null, refusal);
        await using var session = store.LightweightSession();
        var now = clock.GetUtcNow();
        foreach (var before in (await session.Query<Grant>().Where(one => one.Giver == giver.Id && one.Coach == shown.Grant.Coach).ToListAsync(ct)).Where(one => one.Holds(now)))
            End(session, before, now, from);
        session.Insert(shown.Grant);
        AuditTrail.Note(session, now, giver.Id, AuditAct.GrantGiven, shown.Grant.Id, from);
        await session.SaveChangesAsync(ct);
        return (shown, null);
    }

    /// <summary>Ends a grant, for the one who gave it or for who no longer wants it: the next request finds nothing.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> EndAsync(Guid person, Guid id, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<Grant>(id, ct) is not { } grant || (grant.Giver != person && grant.Coach != person))
            return false;
        var now = clock.GetUtcNow();
        if (grant.Holds(now))
        {
            End(session, grant, now, from);
            await session.SaveChangesAsync(ct);
        }

        return true;
    }

    /// <summary>The grants a person has given that hold, the newest first.</summary>
    public async Task<IReadOnlyList<ShownGrant>> GivenAsync(Person giver, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var (all, known, now) = (await session.Query<Grant>().Where(one => one.Giver == giver.Id && one.Ended == null).ToListAsync(ct), await facts.ReadAsync(giver.Id, knownAt: null, ct), clock.GetUtcNow());
        var shown = new List<ShownGrant>();
        foreach (var grant in all.Where(one => one.Holds(now)).OrderByDescending(one => one.Id))
        {
            var handle = (await session.LoadAsync<Person>(grant.Coach, ct))?.Handle ?? "Somebody who is no longer here";
            shown.Add(new(grant, handle, GrantWords.Of(grant, handle, known, giver.As("api").Zone)));
        }

        return shown;
    }

    /// <summary>Who lets a person look now.</summary>
    public async Task<IReadOnlyList<(Person Giver, Grant Grant)>> ReceivedAsync(Guid coach, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var (all, now, received) = (await session.Query<Grant>().Where(one => one.Coach == coach && one.Ended == null).ToListAsync(ct), clock.GetUtcNow(), new List<(Person, Grant)>());
        foreach (var grant in all.Where(one => one.Holds(now)))
        {
            if (await session.LoadAsync<Person>(grant.Giver, ct) is { } giver)
                received.Add((giver, grant));
        }

        return [.. received.OrderBy(one => one.Item1.Handle, StringComparer.Ordinal)];
    }

    /// <summary>By which grant somebody may look at a person's journal now; null when by none.</summary>
    public async Task<(Person Giver, Grant Grant)?> FindAsync(Guid coach, Guid giver, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var (all, now) = (await session.Query<Grant>().Where(one => one.Giver == giver && one.Coach == coach && one.Ended == null).ToListAsync(ct), clock.GetUtcNow());
        return all.Where(one => one.Holds(now)).MaxBy(one => one.Id) is { } grant && await session.LoadAsync<Person>(giver, ct) is { } person ? (person, grant) : null;
    }

    /// <summary>Notes a look, before it is answered; the same one within an hour is one.</summary>
    public async Task NoteAsync(Guid person, Guid coach, Guid? grant, string what, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var now = clock.GetUtcNow();
        var (since, past) = (now - SameLook, now - Kept);
        if (await session.Query<CoachLook>().AnyAsync(look => look.Person == person && look.Coach == coach && look.What == what && look.At > since, ct))
            return;
        session.DeleteWhere<CoachLook>(look => look.Person == person && look.At < past);
        session.Insert(new CoachLook(Guid.CreateVersion7(now), person, coach, grant, what, now));
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Who looked at a person's journal, the newest first.</summary>
    public async Task<IReadOnlyList<LookLine>> LooksAsync(Guid person, int limit, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var looks = await session.Query<CoachLook>().Where(look => look.Person == person).OrderByDescending(look => look.At).Take(limit).ToListAsync(ct);
        var handles = (await session.LoadManyAsync<Person>(ct, looks.Select(look => look.Coach).Distinct())).ToDictionary(one => one.Id, one => one.Handle);
        return [.. looks.Select(look => new LookLine(look.At, handles.GetValueOrDefault(look.Coach), look.What))];
    }

    private static void End(IDocumentSession session, Grant grant, DateTimeOffset now, AuditSource from)
    {
        session.Store(grant with { Ended = now });
        AuditTrail.Note(session, now, grant.Giver, AuditAct.GrantEnded, grant.Id, from);
    }

    private static DateTimeOffset EndOf(DateOnly day, TimeZoneInfo zone) =>
        LocalTime.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var whole) ? whole.AsKnownAt(zone) : throw new ArgumentOutOfRangeException(nameof(day));

    private static bool Day(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return string.IsNullOrEmpty(text) || day is not null;
    }
}

/// <summary>A grant as it is asked for.</summary>
/// <param name="Coach">The handle of who may look.</param>
/// <param name="Layers">belief, thinking, execution.</param>
/// <param name="Aims">Only what serves these; all when left out.</param>
/// <param name="Kinds">Only these kinds, such as practice; all of the layers when left out. Entries without a layer, states, answers and moments are named here or not seen.</param>
/// <param name="From">The first day that is seen.</param>
/// <param name="To">The last day that is seen.</param>
/// <param name="Until">The last day on which it holds: 90 days ahead when left out, a year at most.</param>
/// <param name="Words">Whether what was written is seen.</param>
/// <param name="Comments">Whether they may comment on what they see.</param>
public sealed record NewGrant(
    string? Coach, IReadOnlyList<Layer>? Layers = null, IReadOnlyList<Guid>? Aims = null, IReadOnlyList<string>? Kinds = null, string? From = null, string? To = null, string? Until = null, bool Words = false, bool Comments = false);

/// <param name="Coach">The handle of who may look.</param>
/// <param name="Meaning">It in one sentence.</param>
public sealed record ShownGrant(Grant Grant, string Coach, string Meaning);

/// <param name="Coach">The handle of who looked; null when they are no longer here.</param>
/// <param name="What">Which page, such as <c>reports/cycles</c>.</param>
public sealed record LookLine(DateTimeOffset At, string? Coach, string What);
