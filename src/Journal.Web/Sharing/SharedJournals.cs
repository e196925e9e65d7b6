using Journal.Facts;
using Journal.Recording;
using Journal.Sharing;
using Journal.Web.Access;

namespace Journal.Web.Sharing;

/// <summary>Opens another person's journal as far as it is shared. Read anew for every request: nothing of it is kept, and so nothing of it outlives its grant.</summary>
public sealed class SharedJournals(Grants grants, PersonEvents events)
{
    /// <summary>What is answered where nothing is shared, whether there is such a person or not.</summary>
    public static Refusal Unknown { get; } = Refusal.Unknown("person.unknown", "Nobody of this id shares a journal with you.");

    /// <param name="coach">Who looks.</param>
    /// <param name="giver">At whose journal.</param>
    /// <param name="what">Which page; noted before it is answered.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The journal; null when nothing is shared now.</returns>
    public async Task<SharedJournal?> OpenAsync(Guid coach, Guid giver, string what, CancellationToken ct)
    {
        if (await grants.FindAsync(coach, giver, ct) is not var (person, grant))
            return null;
        await grants.NoteAsync(giver, coach, grant.Id, what, ct);
        var shared = SharedRecord.Of(await events.ReadAsync(Author.TenantOf(giver), null, ct), grant.Scope);
        // A journal takes a while to read; whoever ended the grant meanwhile is not told on.
        return (await grants.FindAsync(coach, giver, ct))?.Grant.Id == grant.Id ? new(person, grant, shared, new FactsSoFar().Take(shared).Now()) : null;
    }
}

/// <summary>What one person sees of another's journal.</summary>
/// <param name="Events">In the order of the log, numbered from 1.</param>
/// <param name="Facts">What these make.</param>
public sealed record SharedJournal(Person Person, Grant Grant, IReadOnlyList<RecordedEvent> Events, JournalFacts Facts);
