using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>One owner per name across all processes: an advisory lock that lives as long as its connection, so that a killed owner lets go.</summary>
internal static class OwnerLock
{
    public static async Task<bool> TryTakeAsync(NpgsqlConnection connection, string name, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = name } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
