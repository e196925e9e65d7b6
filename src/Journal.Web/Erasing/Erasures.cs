using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Operations;
using Marten;

namespace Journal.Web.Erasing;

/// <summary>Asking for a person to be erased, thinking better of it, and seeing it through.</summary>
public sealed class Erasures(IDocumentStore store, PersonEraser eraser, Projections projections, TimeProvider clock)
{
    /// <summary>How long an erasure waits, unless it is asked for at once.</summary>
    public static readonly TimeSpan Waiting = TimeSpan.FromDays(7);

    /// <summary>Asks for a person to be erased. Asked again, it may only come earlier.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="handle">Their handle, as whoever asks typed it.</param>
    /// <param name="now">Whether it begins at once; then it cannot be taken back.</param>
    /// <param name="from">Who asks for it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was asked for, or why not: <c>handle.differs</c>.</returns>
    public async Task<(ErasureRequest? Request, Refusal? Refusal)> AskAsync(Person person, string? handle, bool now, AuditSource from, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(person);
        if (!string.Equals(handle?.Trim(), person.Handle, StringComparison.OrdinalIgnoreCase))
            return (null, Refusal.Invalid("handle.differs", "handle is not the handle of this journal; write it out to say that everything is to be erased."));
        var asked = clock.GetUtcNow();
        await using var session = store.LightweightSession();
        var request = await eraser.HoldAsync(session, person.Id, ct) ?? new ErasureRequest(person.Id, asked, asked + Waiting);
        if (now && request.Due > asked)
            request = request with { Due = asked };
        session.Store(request);
        AuditTrail.Note(session, asked, person.Id, AuditAct.ErasureAsked, null, from);
        await session.SaveChangesAsync(ct);
        return (now ? await eraser.BeginAsync(person.Id, ct) ?? request : request, null);
    }

    /// <summary>What was asked for; null where nothing was.</summary>
    public async Task<ErasureRequest?> FindAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<ErasureRequest>(person, ct);
    }

    /// <summary>Takes a wish back, as long as it waits.</summary>
    /// <returns>False where there is none.</returns>
    public async Task<bool> TakeBackAsync(Guid person, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        if (await eraser.HoldAsync(session, person, ct) is not { Begun: null })
            return false;
        session.Delete<ErasureRequest>(person);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.ErasureTakenBack, null, from);
        await session.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Does what is due, one step of each.</summary>
    internal async Task StepAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        foreach (var request in (await session.Query<ErasureRequest>().ToListAsync(ct)).Where(one => one.Due <= clock.GetUtcNow()))
        {
            if (await eraser.BeginAsync(request.Id, ct) is { } begun)
                await eraser.GoOnAsync(begun, ct);
        }
    }

    /// <summary>Sees a person's erasing through to its end, where perhaps no server does. The projections are brought past it from here if need be.</summary>
    public async Task FinishAsync(Guid person, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        while (await eraser.BeginAsync(person, ct) is { } request && !await eraser.GoOnAsync(request, ct))
        {
            if (clock.GetElapsedTime(began) >= PersonEraser.Settling)
                await projections.CatchUpAsync(ct);
            await Task.Delay(TimeSpan.FromMilliseconds(500), clock, ct);
        }
    }
}
