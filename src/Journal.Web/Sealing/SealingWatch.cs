using Journal.Sealing;

namespace Journal.Web.Sealing;

/// <summary>Asks for the server key before anything else happens, notices where another server turned sealing on or changed the key, and seals what was there before.</summary>
internal sealed partial class SealingWatch(PersonKeys keys, EarlierWords earlier, JournalServerOptions options, IHostApplicationLifetime host, TimeProvider clock, ILogger<SealingWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.BeginAsync(options.EncryptWords, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keys.LookAsync(stoppingToken);
                if (options.RunDaemon)
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
    }

    [LoggerMessage(LogLevel.Critical, "This server stops: {Reason}")]
    private static partial void Stops(ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "Words from before could not be encrypted: {Failure}. It is tried again.")]
    private static partial void CannotGoOn(ILogger log, string failure);
}
