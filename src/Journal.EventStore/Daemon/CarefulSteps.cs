namespace Journal.EventStore.Daemon;

/// <summary>Steps through the log page by page, and event by event where a page fails, until there is nothing left or a poison event stops it.</summary>
internal sealed class CarefulSteps(
    PostgresEventStore store, Follower follower, FollowerSession session, DaemonOptions options, Action<FollowerSession, string?> report)
{
    private int singles;
    private int attempts;

    public async Task RunAsync(CancellationToken ct)
    {
        while (await TryAsync(ct))
            report(session, null);
    }

    /// <returns>True when there may be more.</returns>
    private async Task<bool> TryAsync(CancellationToken ct)
    {
        try
        {
            var more = await session.StepAsync(singles > 0 ? 1 : options.PageSize, ct);
            (singles, attempts) = (more && singles > 0 ? singles - 1 : 0, 0);
            report(session, null);
            return more;
        }
        catch (Exception failure) when (Poison.IsIn(failure, ct))
        {
            return await FailAsync(failure, ct);
        }
    }

    private async Task<bool> FailAsync(Exception failure, CancellationToken ct)
    {
        if (singles == 0)
        {
            // Which event of the page it was shows event by event.
            singles = options.PageSize;
            return true;
        }
        attempts++;
        report(session, failure.Message);
        if (attempts < options.Attempts)
            await Task.Delay(options.RetryPause * Math.Pow(2, Math.Min(attempts - 1, 10)), ct);
        else if (options.OnPoison == PoisonPolicy.Stop)
            await new Pauses(store).AddAsync(follower.Name, $"{failure.GetType().Name} behind position {session.Progress}", ct);
        else
            await session.BuryNextAsync(failure, attempts, ct);
        attempts = attempts < options.Attempts ? attempts : 0;
        return true;
    }
}
