using Npgsql;

namespace Journal.EventStore.Following;

/// <summary>
/// The position up to which the log is settled: every number at or below it is an event that readers see, or will never be one.
/// docs/decisions/0021 gives the argument.
/// </summary>
/// <remarks>What it knows is true of one running server; it must be thrown away when the connection is lost.</remarks>
/// <param name="schema">The quoted schema.</param>
/// <param name="settled">A position known to be settled, such as a projection's progress.</param>
internal sealed class HighWater(string schema, long settled)
{
    private const int RunLength = 5000;
    private readonly HighWaterSql sql = new(schema);
    private DrawnNumbers? open;

    /// <summary>The settled position, as last polled.</summary>
    public long Position { get; private set; } = settled;

    /// <summary>The last number drawn, as last polled.</summary>
    public long Head { get; private set; }

    /// <summary>Looks again. One small query when nothing was drawn since.</summary>
    public async Task<long> PollAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        // The head first, the writers second: who drew a number up to the head and is not among the writers has ended.
        Head = await sql.HeadAsync(connection, ct);
        if (Head < Position)
            throw new LogRewoundException(Position, Head);
        if (Head > Position)
            await SettleAsync(connection, ct);
        return Position;
    }

    private async Task SettleAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var writers = await sql.WritersAsync(connection, ct);
        if (open?.IsSettledWithout(writers) == true)
            Position = Math.Max(Position, open.Head);
        if (open is null || open.Head <= Position)
            open = new DrawnNumbers(Head, writers);
        if (open.IsSettledWithout(writers))
            (Position, open) = (Math.Max(Position, open.Head), null);
        else
            await FollowRunAsync(connection, ct);
    }

    // Up to the first hole there is nothing to wait for.
    private async Task FollowRunAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        long run;
        do
        {
            run = await sql.RunAsync(connection, Position, RunLength, ct);
            Position += run;
        }
        while (run == RunLength);
    }
}
