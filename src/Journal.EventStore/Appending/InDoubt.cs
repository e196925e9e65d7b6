using System.Diagnostics;
using Npgsql;

namespace Journal.EventStore.Appending;

/// <summary>Repeats work whose outcome the loss of a connection hid.</summary>
internal static class InDoubt
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="work">Told whether an earlier try may have been recorded.</param>
    /// <param name="options">Says for how long.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="AppendInDoubtException">Time is up.</exception>
    public static async Task<T> ResolveAsync<T>(Func<bool, Task<T>> work, EventStoreOptions options, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        for (var again = false; ; again = true)
        {
            try
            {
                return await work(again);
            }
            catch (NpgsqlException failure) when (IsLoss(failure) && !ct.IsCancellationRequested)
            {
                if (Stopwatch.GetElapsedTime(started) > options.InDoubtPatience)
                    throw new AppendInDoubtException(failure);
            }
            await Task.Delay(Pause, ct);
        }
    }

    // What the server itself said is final, except that it was going away (57P), that connections ran out (53300)
    // or that this transaction was the one to give way (40001, 40P01).
    private static bool IsLoss(NpgsqlException failure) => failure is not PostgresException refusal
        || refusal.SqlState.StartsWith("57P", StringComparison.Ordinal)
        || refusal.SqlState is PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;
}
