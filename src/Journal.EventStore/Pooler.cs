using Npgsql;

namespace Journal.EventStore;

/// <summary>Tells whether a pooler stands between this process and the server.</summary>
internal static class Pooler
{
    /// <summary>True when the process id that the connection was greeted with is not the one that answers.</summary>
    public static async Task<bool> IsBetweenAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_backend_pid()", connection);
        return (int)(await command.ExecuteScalarAsync(ct))! != connection.ProcessID;
    }

    /// <summary>For statements that are prepared once per connection.</summary>
    /// <exception cref="PoolerException">There is a pooler, and another client's statement might answer.</exception>
    public static async Task RefusePreparedAsync(NpgsqlDataSource db, EventStoreOptions options, CancellationToken ct)
    {
        if (!options.PrepareStatements && new NpgsqlConnectionStringBuilder(db.ConnectionString).MaxAutoPrepare == 0)
            return;
        await using var connection = await db.OpenConnectionAsync(ct);
        if (await IsBetweenAsync(connection, ct))
            throw new PoolerException("Behind a pooler, set PrepareStatements to false and leave Max Auto Prepare at 0.");
    }

    /// <summary>For work that needs a server connection of its own.</summary>
    /// <exception cref="PoolerException">There is a pooler.</exception>
    public static async Task RefuseAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        if (await IsBetweenAsync(connection, ct))
            throw new PoolerException("The daemon holds locks for the length of a session; give it a connection that leads straight to the server.");
    }
}

/// <summary>Code <c>pooler.refused</c>: a pooler stands between this process and the server, and what was asked for is not safe behind it.</summary>
public sealed class PoolerException(string message) : EventStoreException("pooler.refused", message);
