using Journal.Recording;
using Marten;

namespace Journal.Web.Access.Proving;

/// <summary>What people who want one have as a password.</summary>
public sealed class Passwords(IDocumentStore store, PeopleRegistry people, TimeProvider clock) : IDisposable
{
    private const int Shortest = 12;
    private const int Longest = 256;
    private static readonly TimeSpan ToldOnce = TimeSpan.FromHours(1);

    private readonly Guesses guesses = new();

    // Each takes 19 MiB and tens of milliseconds of a core; those who guess wait for one another and for nobody else.
    private readonly SemaphoreSlim atOnce = new(2);

    // So that an unknown handle takes as long as a known one.
    private readonly Lazy<Password> nobodys = new(() => Password.Of(Guid.Empty, "", DateTimeOffset.UnixEpoch));

    internal static Refusal Wrong { get; } = Refusal.Invalid("password.wrong", "This handle and password do not belong together.");

    internal static Refusal TooMany { get; } = Refusal.Invalid("password.guesses", "Too many wrong passwords; wait a minute, or use a link, a passkey or a recovery code.");

    /// <summary>Sets or changes a person's password.</summary>
    /// <returns>Why not: <c>password.missing</c>, <c>password.short</c>, <c>password.long</c>, <c>password.plain</c>.</returns>
    public async Task<Refusal?> SetAsync(Guid person, string? text, AuditSource from, CancellationToken ct)
    {
        if (text is not { Length: > 0 })
            return Refusal.Invalid("password.missing", "Type a password.");
        if (Refused(text, (await people.FindAsync(person, ct))?.Handle) is { } refusal)
            return refusal;
        var kept = await SlowlyAsync(() => Password.Of(person, text, clock.GetUtcNow()), ct);
        await using var session = store.LightweightSession();
        session.Store(kept);
        AuditTrail.Note(session, kept.Since, person, AuditAct.PasswordSet, null, from);
        await session.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Takes a person's password away; from then on it lets nobody in.</summary>
    public async Task RemoveAsync(Guid person, AuditSource from, CancellationToken ct)
    {
        await using var session = store.LightweightSession();
        session.Delete<Password>(person);
        AuditTrail.Note(session, clock.GetUtcNow(), person, AuditAct.PasswordRemoved, null, from);
        await session.SaveChangesAsync(ct);
    }

    /// <summary>Since when a person has the password they have; null when they have none.</summary>
    public async Task<DateTimeOffset?> SinceAsync(Guid person, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return (await session.LoadAsync<Password>(person, ct))?.Since;
    }

    /// <summary>Whose handle and password these are.</summary>
    /// <returns>The person, or why nobody: <c>password.wrong</c>, <c>password.guesses</c>.</returns>
    internal async Task<(Guid? Person, Refusal? Refusal)> CheckAsync(string? handle, string? text, AuditSource from, CancellationToken ct)
    {
        if (handle is null || handle.Length > Longest || text is null || text.Length > Longest)
            return (null, Wrong);
        if (!guesses.Take(handle.ToLowerInvariant(), from.Place))
            return (null, TooMany);
        await using var session = store.LightweightSession();
        var person = await people.FindAsync(handle, ct);
        var kept = person is null ? null : await session.LoadAsync<Password>(person.Id, ct);
        var matches = await SlowlyAsync(() => (kept ?? nobodys.Value).Matches(text), ct);
        if (kept is not null && matches)
            return (kept.Id, null);
        if (kept is not null)
            await NoteAsync(session, kept.Id, from, ct);
        return (null, Wrong);
    }

    public void Dispose()
    {
        guesses.Dispose();
        atOnce.Dispose();
    }

    private async Task NoteAsync(IDocumentSession session, Guid person, AuditSource from, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var past = now - ToldOnce;
        if (await session.Query<AuditRecord>().AnyAsync(act => act.Person == person && act.Act == AuditAct.PasswordRefused && act.At > past, ct))
            return;
        AuditTrail.Note(session, now, person, AuditAct.PasswordRefused, null, from);
        await session.SaveChangesAsync(ct);
    }

    private static Refusal? Refused(string text, string? handle) =>
        text.Length < Shortest ? Refusal.Invalid("password.short", $"The password has fewer than {Shortest} characters.")
        : text.Length > Longest ? Refusal.Invalid("password.long", $"The password has more than {Longest} characters.")
        : text.Distinct().Count() < 5 || (handle is not null && handle.Length * 2 >= text.Length && text.Contains(handle, StringComparison.OrdinalIgnoreCase))
            ? Refusal.Invalid("password.plain", "This password is guessed first: a few characters again and again, or little but the handle.")
            : null;

    private async Task<T> SlowlyAsync<T>(Func<T> work, CancellationToken ct)
    {
        await atOnce.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            atOnce.Release();
        }
    }
}
