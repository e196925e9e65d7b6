using System.Text.RegularExpressions;
using Journal.Commands;
using Journal.Recording;
using Marten;

namespace Journal.Web.Access;

/// <summary>The people who keep a journal here.</summary>
public sealed partial class PeopleRegistry(IDocumentStore store, TimeProvider clock)
{
    /// <summary>The person of a handle; null when there is none. Case does not matter.</summary>
    public async Task<Person?> FindAsync(string handle, CancellationToken ct)
    {
        var normal = Normal(handle);
        await using var session = store.QuerySession();
        return await session.Query<Person>().SingleOrDefaultAsync(person => person.Handle == normal, ct);
    }

    /// <summary>The person of an id; null when there is none.</summary>
    public async Task<Person?> FindAsync(Guid id, CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return await session.LoadAsync<Person>(id, ct);
    }

    /// <summary>Everybody, by handle.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken ct)
    {
        await using var session = store.QuerySession();
        return [.. (await session.Query<Person>().ToListAsync(ct)).OrderBy(person => person.Handle, StringComparer.Ordinal)];
    }

    /// <summary>The person of a handle, entered now if there is none; whoever is there keeps their zone.</summary>
    /// <returns>The person, or why there can be none: <c>handle.invalid</c>, <c>zone.unknown</c>.</returns>
    public async Task<(Person? Person, Refusal? Refusal)> EnsureAsync(string handle, string zone, CancellationToken ct)
    {
        if (!Handle().IsMatch(Normal(handle)))
            return (null, Refusal.Invalid("handle.invalid", "A handle has 1 to 64 characters: a-z, 0-9, dot, dash and underscore, beginning with a letter or digit."));
        if (!Zones.TryFind(zone, out _))
            return (null, Zones.Unknown);
        if (await FindAsync(handle, ct) is { } known)
            return (known, null);

        var now = clock.GetUtcNow();
        var entered = new Person(Guid.CreateVersion7(now), Normal(handle), Zones.Canonical(zone), now);
        await using var session = store.LightweightSession();
        session.Insert(entered);
        try
        {
            await session.SaveChangesAsync(ct);
            return (entered, null);
        }
        catch (Exception taken) when (Recorder.IsLostRace(taken))
        {
            // Somebody else entered them at the same moment.
            return (await FindAsync(handle, ct), null);
        }
    }

    /// <summary>Moves a person to another zone. What they have recorded keeps the offsets it has.</summary>
    /// <returns>The person, or why not: <c>zone.unknown</c>, <c>person.unknown</c>.</returns>
    public async Task<(Person? Person, Refusal? Refusal)> MoveAsync(Guid id, string? zone, CancellationToken ct)
    {
        if (!Zones.TryFind(zone, out _))
            return (null, Zones.Unknown);
        await using var session = store.LightweightSession();
        if (await session.LoadAsync<Person>(id, ct) is not { } person)
            return (null, Refusal.Unknown("person.unknown", "There is no such person."));
        var moved = person with { Zone = Zones.Canonical(zone!) };
        session.Store(moved);
        await session.SaveChangesAsync(ct);
        return (moved, null);
    }

    private static string Normal(string handle) => handle.ToLowerInvariant();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,63}\z")]
    private static partial Regex Handle();
}
