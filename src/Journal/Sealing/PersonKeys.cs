using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;

namespace Journal.Sealing;

/// <summary>People's keys, as they lie in the database and as far as this process has needed them.</summary>
/// <remarks>
/// Whether words are sealed is the database's to say, not a process's: one that comes without the server key is refused. What is read in the middle of reading an event is read by
/// blocking: Marten's serializers cannot wait, and it happens once a person and process.
/// </remarks>
public sealed class PersonKeys : IDisposable
{
    private const int Kept = 10_000;
    private const int Tries = 8;
    private const int Looks = 3;
    internal const string Only = "words";
    private static readonly TimeSpan Unknown = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(15);

    private readonly NpgsqlDataSource? db;
    private readonly string schema;
    private readonly TimeProvider clock;
    private readonly ServerKeySource? source;
    private readonly ConcurrentDictionary<ulong, (PersonKey? Key, long At)> byNumber = [];
    private readonly ConcurrentDictionary<string, PersonKey> byTenant = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim turn = new(1);
    private volatile ServerKey? server;
    private volatile bool isOn;

    /// <param name="db">Where they lie.</param>
    /// <param name="schema">The schema of the tables.</param>
    /// <param name="source">Where the server key comes from; null where there is none.</param>
    /// <param name="clock">The time.</param>
    public PersonKeys(NpgsqlDataSource db, string schema, ServerKeySource? source, TimeProvider clock) =>
        (this.db, this.schema, this.source, this.clock) = (db, schema, source, clock);

    private PersonKeys() => (schema, clock) = ("", TimeProvider.System);

    /// <summary>No keys at all: what is sealed stays locked, and nothing is sealed.</summary>
    internal static PersonKeys None { get; } = new();

    /// <summary>Whether words are sealed here.</summary>
    public bool IsOn => isOn;

    /// <summary>What is done with them on purpose.</summary>
    public KeyChanges Changes => new(db!, schema, source, this);

    /// <summary>The server key in use; null where words are not sealed.</summary>
    internal ServerKey? InUse => server;

    private string People => $"\"{schema}\".mt_doc_person_key";

    private string Servers => $"\"{schema}\".mt_doc_server_key";

    /// <summary>Looks whether words are sealed in this database, and whether the key is at hand.</summary>
    /// <param name="turnOn">Whether they are to be from now on; a key file is made where there is none.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>True when they are from now on, and were not before.</returns>
    /// <exception cref="SealingException">They are, and the key is not here or is another.</exception>
    public async Task<bool> BeginAsync(bool turnOn, CancellationToken ct)
    {
        if (await PrintAsync(ct) is { } print)
        {
            await TakeAsync(print, ct);
            return false;
        }

        if (!turnOn)
            return false;
        var key = source is null ? throw SealingException.Missing() : await source.ReadAsync(ct) is [var there, ..] ? there : source.Make();
        await using var on = db!.CreateCommand($"insert into {Servers} (id, data) values ($1, jsonb_build_object('Id', $1, 'Print', $2)) on conflict do nothing");
        on.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Only });
        on.Parameters.Add(new NpgsqlParameter<string> { TypedValue = key.Print });
        var isFirst = await on.ExecuteNonQueryAsync(ct) == 1;
        await TakeAsync((await PrintAsync(ct))!, ct);
        return isFirst;
    }

    /// <summary>Looks again whether somebody else turned it on.</summary>
    /// <exception cref="SealingException">They did, and the key is not here.</exception>
    public async Task LookAsync(CancellationToken ct)
    {
        if (await PrintAsync(ct) is { } print && (!isOn || server?.Print != print))
            await TakeAsync(print, ct);
    }

    /// <summary>A person's key, made now if they have none; null for a tenant that is nobody's.</summary>
    public async ValueTask<PersonKey?> EnsureAsync(string tenant, CancellationToken ct)
    {
        if (byTenant.TryGetValue(tenant, out var known))
            return known;
        if (!Guid.TryParseExact(tenant, "D", out var person))
            return null;
        for (var tries = 0; ; tries++)
        {
            await using (var find = Find("id = $1", person))
            await using (var row = await find.ExecuteReaderAsync(ct))
            {
                if (await row.ReadAsync(ct))
                    return Keep(row) ?? throw SealingException.Wrong(server?.Print ?? "none", row.GetString(3));
            }

            if (tries > 0)
            {
                // They have gone, or the server key has changed meanwhile.
                await LookAsync(ct);
                if (tries == Looks)
                    return PersonKey.Of(tenant, 0, RandomNumberGenerator.GetBytes(PersonKey.Length));
            }

            await AddAsync(person, tenant, ct);
        }
    }

    /// <summary>The same, for whoever cannot wait.</summary>
    internal PersonKey? Of(string tenant) =>
        byTenant.TryGetValue(tenant, out var known) ? known : Task.Run(() => EnsureAsync(tenant, CancellationToken.None).AsTask()).GetAwaiter().GetResult();

    /// <summary>The key of a number; null where it is not there any more, or cannot be read.</summary>
    internal PersonKey? Numbered(ulong number)
    {
        if (byNumber.TryGetValue(number, out var known) && (known.Key is not null || clock.GetElapsedTime(known.At) < Unknown))
            return known.Key;
        if (db is null || !isOn)
            return null;
        var key = Read("data ->> 'Number' = $1", Text(number));
        if (key is null)
            byNumber[number] = (null, clock.GetTimestamp());
        return key;
    }

    /// <summary>Lets go of a person's key.</summary>
    public void Forget(Guid person)
    {
        if (byTenant.TryRemove(person.ToString("D"), out var key))
            byNumber.TryRemove(key.Number, out _);
    }

    /// <summary>The database's time.</summary>
    public async Task<DateTime> NowAsync(CancellationToken ct)
    {
        await using var command = db!.CreateCommand("select clock_timestamp()");
        return (DateTime)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>People whose words from before are not sealed yet, or who have no key yet.</summary>
    public async Task<IReadOnlyList<Guid>> UnsealedAsync(CancellationToken ct)
    {
        await using var command = db!.CreateCommand(
            $"""select p.id from "{schema}".mt_doc_person p left join {People} k on k.id = p.id where k.id is null or not (k.data ->> 'Sealed')::boolean order by p.id""");
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<Guid>();
        while (await row.ReadAsync(ct))
            found.Add(row.GetGuid(0));
        return found;
    }

    /// <summary>Remembers that everything of a person is sealed: not before every server has had the time to notice that words are, or to stop where it has no key, and so to write the last in plain.</summary>
    /// <param name="person">Whom.</param>
    /// <param name="began">When it was gone through, by <see cref="NowAsync"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task SealedAsync(Guid person, DateTime began, CancellationToken ct)
    {
        await using var command = db!.CreateCommand($"update {People} set data = jsonb_set(data, '{{Sealed}}', 'true') where id = $1 and exists (select 1 from {Servers} where mt_last_modified + $2 < $3)");
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = Noticed });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = began });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    // Null where words are not sealed. A database from before has no such table.
    internal async Task<string?> PrintAsync(CancellationToken ct)
    {
        if (db is null)
            return null;
        await using var there = db.CreateCommand("select to_regclass($1) is not null");
        there.Parameters.Add(new() { Value = Servers });
        if (await there.ExecuteScalarAsync(ct) is not true)
            return null;
        await using var command = db.CreateCommand($"select data ->> 'Print' from {Servers} where id = $1");
        command.Parameters.Add(new() { Value = Only });
        return await command.ExecuteScalarAsync(ct) as string;
    }

    private async Task TakeAsync(string print, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var keys = source is null ? [] : await source.ReadAsync(ct);
            var key = keys.FirstOrDefault(one => one.Print == print) ?? throw (keys.Count == 0 ? SealingException.Missing() : SealingException.Wrong(keys[0].Print, print));
            // Whoever changed the key may have been interrupted before the file took its place.
            source!.Place(key);
            if (server is not null && server.Print != print)
            {
                // Changed, or given up: which of the keys in memory are still there is seen from the database.
                byTenant.Clear();
                byNumber.Clear();
            }

            server = key;
            isOn = true;
        }
        finally
        {
            turn.Release();
        }
    }

    // Only for who is there, and only by the server key in use: whoever comes second finds what the first made.
    private async Task AddAsync(Guid person, string tenant, CancellationToken ct)
    {
        if (server is not { } by)
            throw SealingException.Missing();
        var (number, secret) = (BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))), RandomNumberGenerator.GetBytes(PersonKey.Length));
        await using var add = db!.CreateCommand($"""
            insert into {People} (id, data)
            select $1, jsonb_build_object('Id', $1, 'Number', $2::text, 'Wrapped', $3::text, 'By', $4::text, 'Sealed', false)
            from {Servers} where data ->> 'Print' = $4 and exists (select 1 from "{schema}".mt_doc_person where id = $1)
            for share
            on conflict do nothing
            """);
        add.Parameters.Add(new() { Value = person });
        add.Parameters.Add(new NpgsqlParameter<string> { TypedValue = Text(number) });
        add.Parameters.Add(new NpgsqlParameter<string> { TypedValue = by.Wrap(tenant, number, secret) });
        add.Parameters.Add(new NpgsqlParameter<string> { TypedValue = by.Print });
        await add.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlCommand Find(string condition, object value)
    {
        var command = db!.CreateCommand($"select id, data ->> 'Number', data ->> 'Wrapped', data ->> 'By' from {People} where {condition}");
        command.Parameters.Add(new() { Value = value });
        return command;
    }

    // An event that cannot be read is left out of projections for good; a database that is away for a moment must not do that.
    private PersonKey? Read(string condition, object value)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var command = Find(condition, value);
                using var row = command.ExecuteReader();
                return row.Read() ? Keep(row) : null;
            }
            catch (NpgsqlException away) when (away.IsTransient && tries < Tries)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(100 * tries * tries));
            }
        }
    }

    private PersonKey? Keep(NpgsqlDataReader row)
    {
        var (tenant, number) = (row.GetGuid(0).ToString("D"), Number(row.GetString(1)));
        if (Unwrap(tenant, number, row.GetString(2), row.GetString(3)) is not { } secret)
            return null;
        if (byTenant.Count >= Kept)
        {
            byTenant.Clear();
            byNumber.Clear();
        }

        var key = byTenant.GetOrAdd(tenant, PersonKey.Of(tenant, number, secret));
        byNumber[number] = (key, 0);
        return key;
    }

    private byte[]? Unwrap(string tenant, ulong number, string wrapped, string by)
    {
        if (server?.Print != by && source is not null)
        {
            try
            {
                // It was changed by another process.
                Task.Run(() => TakeAsync(by, CancellationToken.None)).GetAwaiter().GetResult();
            }
            catch (SealingException)
            {
                return null;
            }
        }

        return server?.Unwrap(tenant, number, wrapped);
    }

    private static string Text(ulong number) => number.ToString("x16", CultureInfo.InvariantCulture);

    internal static ulong Number(string text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
