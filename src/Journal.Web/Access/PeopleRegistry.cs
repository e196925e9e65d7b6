using System.Text.RegularExpressions;
using Journal.Recording;
using Journal.Web.Recording;
using Npgsql;

namespace Journal.Web.Access;

/// <summary>The people who keep a journal here.</summary>
public sealed partial class PeopleRegistry(NpgsqlDataSource db, JournalServerOptions options, TimeProvider clock)
{
    private const string Columns = "id, handle, zone, created_at";
    private readonly string table = options.Table("people");

    /// <summary>The person of a handle; null when there is none. Case does not matter.</summary>
    public async Task<Person?> FindAsync(string handle, CancellationToken ct) =>
        (await ListAsync($"select {Columns} from {table} where handle = $1", ct, Normal(handle))).SingleOrDefault();

    /// <summary>The person of an id; null when there is none.</summary>
    public async Task<Person?> FindAsync(Guid id, CancellationToken ct) =>
        (await ListAsync($"select {Columns} from {table} where id = $1", ct, id)).SingleOrDefault();

    /// <summary>Everybody, by handle.</summary>
    public Task<List<Person>> ListAsync(CancellationToken ct) => ListAsync($"select {Columns} from {table} order by handle", ct);

    /// <summary>The person of a handle, entered now if there is none; whoever is there keeps their zone.</summary>
    /// <returns>The person, or why there can be none: <c>handle.invalid</c>, <c>zone.unknown</c>.</returns>
    public async Task<(Person? Person, Refusal? Refusal)> EnsureAsync(string handle, string zone, CancellationToken ct)
    {
        if (!Handle().IsMatch(Normal(handle)))
            return (null, Refusal.Invalid("handle.invalid", "A handle has 1 to 64 characters: a-z, 0-9, dot, dash and underscore, beginning with a letter or digit."));
        if (!Zones.TryFind(zone, out _))
            return (null, Zones.Unknown);

        var now = clock.GetUtcNow();
        var insert = $"insert into {table} ({Columns}) values ($1, $2, $3, $4) on conflict (handle) do nothing returning {Columns}";
        var entered = await ListAsync(insert, ct, Guid.CreateVersion7(now), Normal(handle), zone, now);
        return (entered.SingleOrDefault() ?? await FindAsync(handle, ct), null);
    }

    /// <summary>Moves a person to another zone. What they have recorded keeps the offsets it has.</summary>
    /// <returns>The person, or why not: <c>zone.unknown</c>, <c>person.unknown</c>.</returns>
    public async Task<(Person? Person, Refusal? Refusal)> MoveAsync(Guid id, string? zone, CancellationToken ct)
    {
        if (!Zones.TryFind(zone, out _))
            return (null, Zones.Unknown);
        var moved = await ListAsync($"update {table} set zone = $2 where id = $1 returning {Columns}", ct, id, zone!);
        return moved is [var person] ? (person, null) : (null, Refusal.Unknown("person.unknown", "There is no such person."));
    }

    private async Task<List<Person>> ListAsync(string sql, CancellationToken ct, params object[] values)
    {
        await using var command = db.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await using var row = await command.ExecuteReaderAsync(ct);
        var people = new List<Person>();
        while (await row.ReadAsync(ct))
            people.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3)));
        return people;
    }

    private static string Normal(string handle) => handle.ToLowerInvariant();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9._-]{0,63}\z", RegexOptions.None, 100)]
    private static partial Regex Handle();
}
