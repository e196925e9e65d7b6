using Npgsql;

namespace Journal.EventStore.Daemon;

/// <summary>Tells an event that cannot be taken from a database that cannot be reached.</summary>
internal static class Poison
{
    /// <summary>True when the failure lies in the event or in the code that takes it.</summary>
    public static bool IsIn(Exception failure, CancellationToken ct) => failure switch
    {
        OperationCanceledException => !ct.IsCancellationRequested,
        PostgresException { SqlState: ['2', '2' or '3', ..] } => true,
        NpgsqlException or ProgressLostException or LogRewoundException or PoolerException => false,
        _ => true,
    };
}
