using Npgsql;

namespace Journal.Sealing;

/// <summary>What is done on purpose with everybody's keys: looking how it stands with them, wrapping them by a new server key, giving them up.</summary>
public sealed class KeyChanges
{
    private readonly NpgsqlDataSource db;
    private readonly ServerKeySource? source;
    private readonly PersonKeys keys;
    private readonly string people;
    private readonly string servers;
    private readonly string words;
    private readonly string verified;

    internal KeyChanges(NpgsqlDataSource db, string schema, ServerKeySource? source, PersonKeys keys)
    {
        (this.db, this.source, this.keys) = (db, source, keys);
        (people, servers, words, verified) = (Table("person_key"), Table("server_key"), Table("writtentext"), Table("verifiedstate"));
        string Table(string document) => $"\"{schema}\".mt_doc_{document}";
    }

    /// <summary>How words are sealed here.</summary>
    public async Task<KeysState> StateAsync(CancellationToken ct)
    {
        if (await keys.PrintAsync(ct) is not { } print)
            return new(null, 0, 0);
        await using var command = db.CreateCommand($"select count(*), count(*) filter (where not (data ->> 'Sealed')::boolean) from {people}");
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new(print, row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>Wraps everybody's key by a new server key. Nothing that is sealed is touched.</summary>
    /// <returns>The print of the key before, that of the new one, and how many keys were wrapped.</returns>
    public async Task<(string Before, string Now, int People)> RotateAsync(CancellationToken ct)
    {
        if (keys.InUse is not { } before || source is not { Command: null, File: not null })
            throw new SealingException("words.key-missing", "The server key can be changed where it is a file; where a command prints it, its store does that, and journal keys rotate cannot.");
        var next = ServerKey.New();
        source.Prepare(next);
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // Held, so that no key is made by the one before meanwhile.
        await using (var turned = new NpgsqlCommand($"update {servers} set data = jsonb_set(data, '{{Print}}', to_jsonb($2::text)) where id = $1 and data ->> 'Print' = $3", connection, transaction))
        {
            turned.Parameters.Add(new NpgsqlParameter<string> { TypedValue = PersonKeys.Only });
            turned.Parameters.Add(new NpgsqlParameter<string> { TypedValue = next.Print });
            turned.Parameters.Add(new NpgsqlParameter<string> { TypedValue = before.Print });
            if (await turned.ExecuteNonQueryAsync(ct) != 1)
                throw new SealingException("words.key-wrong", "Somebody else changes the server key at this moment.");
        }

        var wrapped = new List<(Guid Person, string Wrapped)>();
        await using (var all = new NpgsqlCommand($"select id, data ->> 'Number', data ->> 'Wrapped' from {people} for update", connection, transaction))
        await using (var row = await all.ExecuteReaderAsync(ct))
        {
            while (await row.ReadAsync(ct))
            {
                var (person, number) = (row.GetGuid(0), PersonKeys.Number(row.GetString(1)));
                if (before.Unwrap(person.ToString("D"), number, row.GetString(2)) is { } secret)
                    wrapped.Add((person, next.Wrap(person.ToString("D"), number, secret)));
            }
        }

        foreach (var (person, text) in wrapped)
        {
            await using var rewrap = new NpgsqlCommand($"update {people} set data = data || jsonb_build_object('Wrapped', $2::text, 'By', $3::text) where id = $1", connection, transaction);
            rewrap.Parameters.Add(new() { Value = person });
            rewrap.Parameters.Add(new NpgsqlParameter<string> { TypedValue = text });
            rewrap.Parameters.Add(new NpgsqlParameter<string> { TypedValue = next.Print });
            await rewrap.ExecuteNonQueryAsync(ct);
        }

        await transaction.CommitAsync(ct);
        await keys.LookAsync(ct);
        return (before.Print, next.Print, wrapped.Count);
    }

    /// <summary>Gives up everybody's keys, which nobody can unwrap any more: what they sealed stays locked. Words are sealed no more until that is begun anew.</summary>
    /// <returns>False where words are not sealed.</returns>
    /// <exception cref="SealingException"><c>words.key-fits</c>: the key is here.</exception>
    public async Task<bool> AbandonAsync(CancellationToken ct)
    {
        if (await keys.PrintAsync(ct) is not { } print)
            return false;
        if (source is not null && (await source.ReadAsync(ct)).Any(key => key.Print == print))
            throw new SealingException("words.key-fits", "The server key is here, and nothing is lost; nothing was given up.");
        // What was found by the lost keys' words is found no more, and what figures were said of them is said of what they read now.
        await using var command = db.CreateCommand(
            $"with gone as (delete from {servers}), found as (delete from {words} where (data ->> 'Hidden')::boolean), said as (delete from {verified}) delete from {people}");
        await command.ExecuteNonQueryAsync(ct);
        return true;
    }
}

/// <summary>How words are sealed in a database.</summary>
/// <param name="Print">Of the server key; null where they are not.</param>
/// <param name="People">How many have a key.</param>
/// <param name="Waiting">For how many not everything from before is sealed yet.</param>
public sealed record KeysState(string? Print, long People, long Waiting);
