namespace Journal.EventStore.Daemon;

/// <summary>Ends a pause early. A wake-up that comes while nobody pauses ends the next pause.</summary>
internal sealed class WakeSignal
{
    private TaskCompletionSource woken = New();

    public void Set() => Volatile.Read(ref woken).TrySetResult();

    public async Task PauseAsync(TimeSpan pause, CancellationToken ct)
    {
        try
        {
            await Volatile.Read(ref woken).Task.WaitAsync(pause, ct);
            Volatile.Write(ref woken, New());
        }
        catch (TimeoutException)
        {
            // The pause is over.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
