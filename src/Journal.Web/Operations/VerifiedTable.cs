using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Journal.Web.Operations;

/// <summary>Hashes of one person at a position, by one version of the code.</summary>
/// <param name="Reports">By report.</param>
internal sealed record VerifiedState(long Position, string CodeVersion, string Facts, IReadOnlyDictionary<string, string> Reports);

/// <summary>Keeps what was verified last, a row a person.</summary>
internal sealed class VerifiedTable(NpgsqlDataSource db, JournalServerOptions options, TimeProvider clock)
{
    private readonly string table = options.Table("verified");

    public async Task<VerifiedState?> FindAsync(string tenant, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"select position, code_version, facts, reports::text from {table} where tenant_id = $1");
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct)
            ? new(row.GetInt64(0), row.GetString(1), row.GetString(2), JsonSerializer.Deserialize(row.GetString(3), VerifyingJson.Default.DictionaryStringString)!)
            : null;
    }

    public async Task KeepAsync(string tenant, VerifiedState state, CancellationToken ct)
    {
        await using var command = db.CreateCommand($"""
            insert into {table} (tenant_id, position, code_version, facts, reports, verified_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id) do update set position = excluded.position, code_version = excluded.code_version, facts = excluded.facts,
                reports = excluded.reports, verified_at = excluded.verified_at
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenant });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = state.Position });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = state.CodeVersion });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = state.Facts });
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(state.Reports.ToDictionary(), VerifyingJson.Default.DictionaryStringString), NpgsqlDbType = NpgsqlDbType.Jsonb });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(ct);
    }
}
