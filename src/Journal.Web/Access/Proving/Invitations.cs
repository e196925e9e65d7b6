using JasperFx;
using Journal.Commands;
using Journal.Recording;
using Marten;

namespace Journal.Web.Access.Proving;

/// <summary>How somebody new comes to keep a journal here.</summary>
public sealed class Invitations(IDocumentStore store, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    internal static Refusal NotGood { get; } = Refusal.Invalid("invitation.invalid", "This invitation is used up, older than a week, or mistyped. Ask for a new one.");

    /// <summary>A link by which one person can begin a journal, once, within a week.</summary>
    /// <param name="server">The address their browser reaches this server at.</param>
    /// <param name="ct">Cancels.</param>
    /// <remarks>The code stands in the fragment, which browsers send to nobody.</remarks>
    public async Task<Uri> MakeAsync(Uri server, CancellationToken ct)
    {
        var (text, id) = PaperCode.Create();
        var now = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        session.DeleteWhere<Invitation>(old => old.Expires < now);
        session.Insert(new Invitation(id, now + Life));
        await session.SaveChangesAsync(ct);
        return new(server, $"/invitation#{text}");
    }

    /// <summary>Enters somebody by an invitation.</summary>
    /// <returns>The person, or why not: <c>invitation.invalid</c>, <c>handle.invalid</c>, <c>handle.taken</c>, <c>zone.unknown</c>. The invitation stays good then.</returns>
    internal async Task<(Person? Person, Refusal? Refusal)> AcceptAsync(string? code, string handle, string zone, CancellationToken ct, Func<IDocumentSession, Person, Task>? also = null)
    {
        var now = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        if (PaperCode.IdOf(code) is not { } id || await session.LoadAsync<Invitation>(id, ct) is not { Used: null } invitation || invitation.Expires < now)
            return (null, NotGood);
        var (entered, refusal) = PeopleRegistry.New(handle, zone, now);
        if (entered is null)
            return (null, refusal);
        session.Store(invitation with { Used = now });
        session.Insert(entered);
        try
        {
            if (also is not null)
                await also(session, entered);
            await session.SaveChangesAsync(ct);
            return (entered, null);
        }
        catch (ConcurrencyException)
        {
            return (null, NotGood);
        }
        catch (Exception taken) when (Recorder.IsLostRace(taken))
        {
            return (null, PeopleRegistry.Taken);
        }
    }
}
