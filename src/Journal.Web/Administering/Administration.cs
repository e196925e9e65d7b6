using Journal.Facts;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Access.Proving;
using Journal.Web.Erasing;
using Marten;
using Npgsql;

namespace Journal.Web.Administering;

/// <summary>What an administrator does with the people of a server. Nothing here reads a word of a journal, or a figure of one but how many events it has. Each act is in the audit of both.</summary>
public sealed class Administration(
    IDocumentStore store, NpgsqlDataSource db, JournalServerOptions options, PeopleRegistry people, Invitations invitations, Erasures erasures, TimeProvider clock)
{
    internal static Refusal Self { get; } = Refusal.Conflict("admin.self", "That is yourself: another administrator does it, or you in your own settings.");

    /// <summary>Everybody, by handle.</summary>
    public async Task<IReadOnlyList<PersonHere>> ListAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var used = (await session.Query<CredentialDocument>().Where(one => one.LastUsed != null).ToListAsync(ct)).ToLookup(one => one.Person, one => one.LastUsed);
        var passwords = (await session.Query<Password>().Select(one => one.Id).ToListAsync(ct)).ToHashSet();
        var passkeys = (await session.Query<Passkey>().Select(one => one.Person).ToListAsync(ct)).ToHashSet();
        var codes = (await session.Query<RecoveryCode>().Where(one => one.Used == null).Select(one => one.Person).ToListAsync(ct)).ToHashSet();
        var linked = (await session.Query<LinkedIdentity>().Select(one => one.Person).ToListAsync(ct)).ToHashSet();
        var ends = (await session.Query<ErasureRequest>().ToListAsync(ct)).ToDictionary(one => one.Id, one => one.Due);
        var events = await EventsAsync(ct);
        return
        [
            .. (await people.ListAsync(ct)).Select(person => new PersonHere(
                person.Id, person.Handle, Day(person.Created), used[person.Id].Max() is { } seen ? Day(seen) : null, events.GetValueOrDefault(person.Id),
                [.. new[] { (passkeys, "passkey"), (passwords, "password"), (linked, "identity"), (codes, "recoveryCode") }.Where(way => way.Item1.Contains(person.Id)).Select(way => way.Item2)],
                person.IsAdministrator, person.Closed, ends.TryGetValue(person.Id, out var due) ? due : null)),
        ];
    }

    /// <summary>A link by which somebody new can begin a journal here.</summary>
    public async Task<Uri> InviteAsync(Guid by, Uri server, AuditSource from, CancellationToken ct)
    {
        var link = await invitations.MakeAsync(server, ct);
        await using var session = store.LightweightSession();
        AuditTrail.Note(session, clock.GetUtcNow(), by, AuditAct.PersonInvited, null, from);
        await session.SaveChangesAsync(ct);
        return link;
    }

    /// <summary>Makes somebody an administrator, or no longer one.</summary>
    /// <param name="id">Whom.</param>
    /// <param name="mark">Which.</param>
    /// <param name="by">Who does it; null for whoever has the machine, who may also take the last mark away.</param>
    /// <param name="from">From where.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Why not: <c>person.unknown</c>, <c>admin.self</c>.</returns>
    /// <remarks>Nobody takes their own mark away, so that one is left.</remarks>
    public Task<Refusal?> MarkAsync(Guid id, bool mark, Guid? by, AuditSource from, CancellationToken ct) => ChangeAsync(
        id, by, mark ? AuditAct.AdministratorMade : AuditAct.AdministratorUnmade, from, person => person.IsAdministrator == mark ? null : person with { IsAdministrator = mark }, ct);

    /// <summary>Lets somebody sign in no longer, and ends what lets them in now; or lets them sign in again.</summary>
    /// <returns>Why not: <c>person.unknown</c>, <c>admin.self</c>.</returns>
    public async Task<Refusal?> CloseAsync(Guid id, bool closed, Guid? by, AuditSource from, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var refusal = await ChangeAsync(
            id, by, closed ? AuditAct.PersonClosed : AuditAct.PersonReopened, from, person => person.Closed is not null == closed ? null : person with { Closed = closed ? now : null }, ct);
        return refusal is null && closed ? await EndAccessAsync(id, by, from, ct) : refusal;
    }

    /// <summary>Ends every session, token and link of somebody. They may sign in again.</summary>
    /// <returns>Why not: <c>person.unknown</c>, <c>admin.self</c>.</returns>
    public async Task<Refusal?> EndAccessAsync(Guid id, Guid? by, AuditSource from, CancellationToken ct)
    {
        if (id == by)
            return Self;
        if (await people.FindAsync(id, ct) is null)
            return PeopleRegistry.Unknown;
        var now = clock.GetUtcNow();
        while (true)
        {
            await using var session = store.LightweightSession();
            session.Store([.. (await session.Query<CredentialDocument>().Where(one => one.Person == id && one.Revoked == null).ToListAsync(ct)).Select(one => one with { Revoked = now })]);
            NoteBoth(session, now, AuditAct.AccessEnded, id, by, from);
            try
            {
                await session.SaveChangesAsync(ct);
                return null;
            }
            catch (JasperFx.ConcurrencyException)
            {
                // One of them was just used.
                continue;
            }
        }
    }

    /// <summary>Begins somebody's erasure. It waits, and they can take it back.</summary>
    /// <returns>Why not: <c>person.unknown</c>, <c>admin.self</c>, <c>handle.differs</c>.</returns>
    public async Task<Refusal?> EraseAsync(Guid id, string? handle, Guid by, AuditSource from, CancellationToken ct)
    {
        if (id == by)
            return Self;
        if (await people.FindAsync(id, ct) is not { } person)
            return PeopleRegistry.Unknown;
        if ((await erasures.AskAsync(person, handle, now: false, @from with { Credential = null }, ct)).Refusal is { } refusal)
            return refusal;
        await using var session = store.LightweightSession();
        AuditTrail.Note(session, clock.GetUtcNow(), by, AuditAct.ErasureAskedOfOther, id, from);
        await session.SaveChangesAsync(ct);
        return null;
    }

    private async Task<Refusal?> ChangeAsync(Guid id, Guid? by, AuditAct act, AuditSource from, Func<Person, Person?> change, CancellationToken ct)
    {
        if (id == by)
            return Self;
        await using var session = store.LightweightSession();
        if (await people.HoldAsync(session, id, by, ct) is not { } person)
            return PeopleRegistry.Unknown;
        if (change(person) is not { } changed)
            return null;
        session.Store(changed);
        NoteBoth(session, clock.GetUtcNow(), act, id, by, from);
        await session.SaveChangesAsync(ct);
        return null;
    }

    // Which credential it was is the administrator's business.
    private static void NoteBoth(IDocumentSession session, DateTimeOffset now, AuditAct act, Guid id, Guid? by, AuditSource from)
    {
        AuditTrail.Note(session, now, id, act, null, @from with { Credential = null, Place = by is null ? from.Place : null });
        if (by is { } administrator)
            AuditTrail.Note(session, now, administrator, act, id, from);
    }

    private async Task<Dictionary<Guid, long>> EventsAsync(CancellationToken ct)
    {
        await using var counting = db.CreateCommand($"select tenant_id, count(*) from {options.Table("mt_events")} group by tenant_id");
        await using var row = await counting.ExecuteReaderAsync(ct);
        var found = new Dictionary<Guid, long>();
        while (await row.ReadAsync(ct))
        {
            if (Guid.TryParse(row.GetString(0), out var person))
                found[person] = row.GetInt64(1);
        }

        return found;
    }

    private static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);
}

/// <summary>Somebody who keeps a journal here, as an administrator sees them.</summary>
/// <param name="Since">The day they were entered.</param>
/// <param name="Seen">The last day on which anything of theirs was let in; null where nothing ever was.</param>
/// <param name="Events">How many events their journal has.</param>
/// <param name="Ways">What they sign in with: passkey, password, identity, recoveryCode. A link works beside.</param>
/// <param name="Closed">Since when they cannot sign in; null while they can.</param>
/// <param name="Erased">When they will be erased; null where nobody asked for that.</param>
public sealed record PersonHere(
    Guid Id, string Handle, DateOnly Since, DateOnly? Seen, long Events, IReadOnlyList<string> Ways, bool IsAdministrator, DateTimeOffset? Closed, DateTimeOffset? Erased);
