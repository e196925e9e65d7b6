using System.Diagnostics;

namespace Journal.EventStore.Rebuilding;

/// <summary>Reports how far a rebuild is.</summary>
internal sealed class RebuildClock(IProgress<RebuildProgress>? progress)
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private readonly long began = Stopwatch.GetTimestamp();
    private long told;
    private long events;

    public void Tick(long position, long target, int count)
    {
        events += count;
        if (progress is null || (told != 0 && Stopwatch.GetElapsedTime(told) < Between))
            return;
        told = Stopwatch.GetTimestamp();
        progress.Report(new(position, target, events, Rate, TimeLeft(position, target)));
    }

    public void Finish(long position) => progress?.Report(new(position, position, events, Rate, TimeSpan.Zero));

    private double Rate => events / Math.Max(Stopwatch.GetElapsedTime(began).TotalSeconds, 0.001);

    private TimeSpan TimeLeft(long position, long target) =>
        Stopwatch.GetElapsedTime(began) * (Math.Max(0, target - position) / Math.Max(1.0, position));
}
