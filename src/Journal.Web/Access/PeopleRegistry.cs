using System.Text.RegularExpressions;
using Journal.Commands;
using Journal.Recording;
using Marten;
using Npgsql;

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
        var (entered, refusal) = await AddAsync(handle, zone, ct);
        return refusal == Taken ? (await FindAsync(handle, ct), null) : (entered, refusal);
    }

    /// <summary>Enters somebody new.</summary>
    /// <returns>The person, or why not: <c>handle.invalid</c>, <c>handle.taken</c>, <c>zone.unknown</c>.</returns>
    public Task<(Person? Person, Refusal? Refusal)> AddAsync(string handle, string zone, CancellationToken ct) => AddAsync(handle, zone, ct, null);

    /// <param name="also">What is stored of them in the same moment.</param>
    internal async Task<(Person? Person, Refusal? Refusal)> AddAsync(string handle, string zone, CancellationToken ct, Func<IDocumentSession, Person, Task>? also)
    {
        var (entered, refusal) = New(handle, zone, clock.GetUtcNow());
        if (entered is null)
            return (null, refusal);
        if (await FindAsync(handle, ct) is not null)
            return (null, Taken);
        await using var session = store.LightweightSession();
        session.Insert(entered);
        try
        {
            if (also is not null)
                await also(session, entered);
            await session.SaveChangesAsync(ct);
            return (entered, null);
        }
        catch (Exception taken) when (Recorder.IsLostRace(taken) || taken is JasperFx.ConcurrencyException)
        {
            return (null, Taken);
        }
    }

    /// <summary>A person whom nobody else changes until the session's transaction ends; null where there is none, or where whoever is to do it is no administrator any more.</summary>
    internal async Task<Person?> HoldAsync(IDocumentSession session, Guid id, Guid? by, CancellationToken ct)
    {
        await session.BeginTransactionAsync(ct);
        // In one order, so that two who change each other do not wait for ever.
        await using var hold = new NpgsqlCommand($"select 1 from \"{store.Options.DatabaseSchemaName}\".mt_doc_person where id = any($1) order by id for update");
        hold.Parameters.Add(new() { Value = by is { } other ? new[] { id, other } : [id] });
        await session.ExecuteAsync(hold, ct);
        return by is { } doer && await session.LoadAsync<Person>(doer, ct) is not { IsAdministrator: true, Closed: null } ? null : await session.LoadAsync<Person>(id, ct);
    }

    internal static Refusal Unknown { get; } = Refusal.Unknown("person.unknown", "There is no such person.");

    internal static Refusal Shut { get; } = Refusal.Conflict("person.closed", "This journal is closed. Whoever runs the server can open it again.");

    internal static Refusal Taken { get; } = Refusal.Conflict("handle.taken", "Somebody here has this handle already.");

    /// <summary>Somebody as they would be entered, or why they cannot be.</summary>
    internal static (Person? Person, Refusal? Refusal) New(string handle, string zone, DateTimeOffset now) =>
        !Handle().IsMatch(Normal(handle)) ? (null, Refusal.Invalid("handle.invalid", "A handle has 1 to 64 characters: a-z, 0-9, dot, dash and underscore, beginning with a letter or digit."))
        : !Zones.TryFind(zone, out _) ? (null, Zones.Unknown)
        : (new(Guid.CreateVersion7(now), Normal(handle), Zones.Canonical(zone), now), null);

    /// <summary>Moves a person to another zone. What they have recorded keeps the offsets it has.</summary>
    /// <returns>The person, or why not: <c>zone.unknown</c>, <c>person.unknown</c>.</returns>
    public async Task<(Person? Person, Refusal? Refusal)> MoveAsync(Guid id, string? zone, CancellationToken ct)
    {
        if (!Zones.TryFind(zone, out _))
            return (null, Zones.Unknown);
        await using var session = store.LightweightSession();
        if (await HoldAsync(session, id, null, ct) is not { } person)
            return (null, Unknown);
        var moved = person with { Zone = Zones.Canonical(zone!) };
        session.Store(moved);
        await session.SaveChangesAsync(ct);
        return (moved, null);
    }

    private static string Normal(string handle) => handle.ToLowerInvariant();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,63}\z")]
    private static partial Regex Handle();
}
