using Journal.Sealing;

namespace Journal.Web.Sealing;

/// <summary>Seals what was there before, and notices where another server turned sealing on or changed the server key.</summary>
internal sealed partial class SealingWatch(PersonKeys keys, EarlierWords earlier, IHostApplicationLifetime host, TimeProvider clock, ILogger<SealingWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try
            {
                await keys.LookAsync(stoppingToken);
                await earlier.SealAsync(stoppingToken);
            }
            catch (SealingException missing)
            {
                // Nothing may be recorded in plain beside servers that seal.
                Stops(log, missing.Message);
                host.StopApplication();
                return;
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // As when the database is away: the next look goes on.
                CannotGoOn(log, failure.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Critical, "This server stops: {Reason}")]
    private static partial void Stops(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Words from before could not be encrypted: {Failure}. It is tried again.")]
    private static partial void CannotGoOn(ILogger log, string failure);
}
