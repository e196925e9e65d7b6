using Npgsql;

namespace Journal.Web.Operations;

/// <summary>Knows whether the database answers, so that nobody waits long for one that does not: stopped, cut off, or gone.</summary>
/// <remarks>
/// A limit on each statement would also end those that are only slow. So one that costs nothing is asked beside them, once a second and only while somebody waits;
/// a database that leaves it unanswered for three seconds answers nobody.
/// </remarks>
internal sealed class DatabaseWatch(NpgsqlDataSource db) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private CancellationTokenSource outage = new();
    private int waiting;

    /// <summary>False from when the database was found silent until it answers again.</summary>
    public bool IsAnswering => !outage.IsCancellationRequested;

    /// <summary>Cancelled when the database is found silent.</summary>
    public CancellationToken Outage => outage.Token;

    /// <summary>Says that somebody waits for the database until the result is disposed.</summary>
    public IDisposable Wait()
    {
        Interlocked.Increment(ref waiting);
        return new Waiting(this);
    }

    public override void Dispose()
    {
        outage.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await NextAsync(timer, stoppingToken))
        {
            if (IsAnswering && Volatile.Read(ref waiting) == 0)
                continue;
            if (!await AnswersAsync(stoppingToken))
                await outage.CancelAsync();
            else if (!IsAnswering)
                Interlocked.Exchange(ref outage, new()).Dispose();
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try
        {
            return await timer.WaitForNextTickAsync(ct);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // One that stays unanswered is left to itself: its connection breaks, or it is answered too late.
    private async Task<bool> AnswersAsync(CancellationToken ct)
    {
        try
        {
            await AskAsync(ct).WaitAsync(Patience, ct);
            return true;
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return IsAnswering;
        }
    }

    private async Task AskAsync(CancellationToken ct)
    {
        await using var command = db.CreateCommand("select 1");
        await command.ExecuteScalarAsync(ct);
    }

    private sealed class Waiting(DatabaseWatch watch) : IDisposable
    {
        public void Dispose() => Interlocked.Decrement(ref watch.waiting);
    }
}
