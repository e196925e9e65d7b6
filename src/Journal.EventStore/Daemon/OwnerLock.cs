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

    /// <summary>Lets go and gives the connection back. A pool resets a connection when it is next used, not before: until then the locks would stay.</summary>
    public static async ValueTask ReleaseAsync(NpgsqlConnection connection)
    {
        try
        {
            if (connection.FullState == System.Data.ConnectionState.Open)
            {
                await using var command = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
                await command.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
        catch (NpgsqlException)
        {
            // The session is gone, and its locks with it.
        }
        await connection.DisposeAsync();
    }
}
