using System.Collections.Frozen;
using Marten;
using Marten.Linq.MatchesSql;

namespace Journal.Web.Access;

/// <summary>Who was let into a person's journal, by what, when and from where; shown to the person.</summary>
public sealed class AuditTrail(IDocumentStore store, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);
    private static readonly TimeSpan SameRead = TimeSpan.FromHours(1);

    // Who does these sees the handle of whom it was done to; of whom it was done to, there is nobody to name.
    private static readonly FrozenSet<AuditAct> OfSomebody = FrozenSet.Create(
        AuditAct.AdministratorMade, AuditAct.AdministratorUnmade, AuditAct.PersonClosed, AuditAct.PersonReopened, AuditAct.AccessEnded, AuditAct.ErasureAskedOfOther);

    /// <summary>Notes an act that changes nothing else.</summary>
    public async Task NoteAsync(Guid person, AuditAct act, Guid? about, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        Note(session, clock.GetUtcNow(), person, act, about, from);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Notes that somebody at the machine reads the journal, before it is shown to them; the same within an hour is one.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="verb">By what, as it is called at the terminal.</param>
    /// <param name="from">Who, and where.</param>
    /// <param name="ct">Cancels.</param>
    public async Task NoteReadAsync(Guid person, string verb, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        var now = clock.GetUtcNow();
        var since = now - SameRead;
        var reads = await session.Query<AuditRecord>().Where(act => act.Person == person && act.Act == AuditAct.OperatorRead && act.At > since && act.Verb == verb).ToListAsync(ct);
        if (reads.Any(read => read.From.Place == from.Place))
            return;
        Note(session, now, person, AuditAct.OperatorRead, null, from, verb);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>The person's acts, newest first.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="before">Only those before this one; null for the newest.</param>
    /// <param name="limit">At most as many.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<AuditLine>> ListAsync(Guid person, Guid? before, int limit, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        var labels = (await session.Query<CredentialDocument>().Where(one => one.Person == person && one.Kind == CredentialKind.Token).ToListAsync(ct)).ToDictionary(token => token.Id, token => token.Label);
        var acts = session.Query<AuditRecord>().Where(act => act.Person == person);
        if (before is { } id)
            acts = acts.Where(act => act.MatchesSql("d.id < ?", id));
        var found = await acts.OrderByDescending(act => act.Id).Take(limit).ToListAsync(ct);
        foreach (var other in await session.LoadManyAsync<Person>(ct, found.Where(act => OfSomebody.Contains(act.Act)).Select(act => act.About).OfType<Guid>().Distinct()))
            labels[other.Id] = other.Handle;
        return [.. found
            .Select(act => new AuditLine(act.Id, act.At, act.Act, act.Verb ?? (act.About is { } about ? labels.GetValueOrDefault(about) : null), act.From.Via, act.From.Place))];
    }

    /// <summary>Puts an act into what a session is about to store, so that it is noted exactly when it is done.</summary>
    internal static void Note(IDocumentSession session, DateTimeOffset now, Guid person, AuditAct act, Guid? about, AuditSource from, string? verb = null)
    {
        var past = now - Kept;
        session.DeleteWhere<AuditRecord>(old => old.Person == person && old.At < past);
        session.Insert(new AuditRecord(Guid.CreateVersion7(now), person, now, act, about, from, verb));
    }
}

/// <param name="About">What the person calls the token it is about, the handle of whom an administrator did it to, or the verb of a read at the terminal; null where it is about none, or that is gone.</param>
/// <param name="Via">api, page or terminal.</param>
/// <param name="Place">The address of who asked, or the account of the machine the journal runs on; null of what an administrator did.</param>
public sealed record AuditLine(Guid Id, DateTimeOffset At, AuditAct Act, string? About, string Via, string? Place);
