using JasperFx;
using Marten;

namespace Journal.Web.Access.Proving;

/// <summary>The recovery codes of a person.</summary>
public sealed class RecoveryCodes(IDocumentStore store, TimeProvider clock)
{
    private const int Number = 10;

    /// <summary>Makes new ones; those from before are good no longer. Their text can be had only now.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(Guid person, AuditSource from, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var made = Enumerable.Range(0, Number).Select(_ => PaperCode.Create()).ToList();
        await using var session = store.LightweightSession();
        session.DeleteWhere<RecoveryCode>(old => old.Person == person);
        session.Insert(made.Select(code => new RecoveryCode(code.Id, person, now)).ToArray());
        AuditTrail.Note(session, now, person, AuditAct.RecoveryCodesMade, null, from);
        await session.SaveChangesAsync(ct);
        return [.. made.Select(code => code.Text)];
    }

    /// <summary>How many are good still.</summary>
    public async Task<int> LeftAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.Query<RecoveryCode>().CountAsync(code => code.Person == person && code.Used == null, ct);
    }

    /// <summary>Uses one up. Of many who try at once, one gets the person.</summary>
    internal async Task<Guid?> UseUpAsync(string? typed, AuditSource from, CancellationToken ct)
    {
        if (PaperCode.IdOf(typed) is not { } id)
            return null;
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<RecoveryCode>(id, ct) is not { Used: null } known)
            return null;
        var now = clock.GetUtcNow();
        session.Store(known with { Used = now });
        AuditTrail.Note(session, now, known.Person, AuditAct.RecoveryCodeUsed, null, from);
        try
        {
            await session.SaveChangesAsync(ct);
            return known.Person;
        }
        catch (ConcurrencyException)
        {
            return null;
        }
    }
}
