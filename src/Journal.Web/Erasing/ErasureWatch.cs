namespace Journal.Web.Erasing;

/// <summary>In every serving process: begins what is due, goes on with what a process before did not end, lets this one's memory of the erased go, and sees to the database's files.</summary>
/// <remarks>
/// No message carries an erasure: it would lie among the envelopes that it has to erase. The wish is a document, which is looked for; whoever is killed in the middle leaves it there.
/// </remarks>
internal sealed partial class ErasureWatch(Erasures erasures, SpaceCleaner space, TimeProvider clock, ILogger<ErasureWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await erasures.StepAsync(stoppingToken);
                await space.CleanAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // As when the database is away: the next look goes on.
                CannotGoOn(log, failure.GetType().Name);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "What is to be erased could not be: {Failure}. It is tried again.")]
    private static partial void CannotGoOn(ILogger log, string failure);
}
