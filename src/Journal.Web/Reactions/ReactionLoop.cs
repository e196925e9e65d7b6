using Npgsql;

namespace Journal.Web.Reactions;

/// <summary>Looks once a second what has come and what is to go out. Any node may; each thing is done by one.</summary>
internal sealed partial class ReactionLoop(Alarms alarms, Deliveries deliveries, ILogger<ReactionLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // While some wait for receivers that do not answer, others send.
    private const int Senders = 4;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll([RepeatAsync(alarms.RingAsync, stoppingToken), .. Enumerable.Range(0, Senders).Select(_ => RepeatAsync(deliveries.SendAsync, stoppingToken))]);

    private async Task RepeatAsync(Func<CancellationToken, Task<int>> look, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var found = 0;
            try
            {
                found = await look(ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException || failure.InnerException is NpgsqlException)
            {
                // As when the database is away: the next look finds everything again.
                CannotLook(log, failure.GetType().Name);
            }
            catch (Exception failure)
            {
                LookFailed(log, failure.GetType().Name, failure.StackTrace);
            }

            if (found == 0)
                await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Debug, "What has come could not be looked up: {Failure}.")]
    private static partial void CannotLook(ILogger log, string failure);

    [LoggerMessage(LogLevel.Error, "What has come could not be dealt with, and is tried again: {Failure} {Trace}")]
    private static partial void LookFailed(ILogger log, string failure, string? trace);
}
