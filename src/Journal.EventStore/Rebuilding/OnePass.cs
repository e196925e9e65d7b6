using System.Threading.Channels;

namespace Journal.EventStore.Rebuilding;

/// <summary>Reads a span of the log once, for all projections: reading beside folding, each projection on its own.</summary>
internal sealed class OnePass(PostgresEventStore store, IReadOnlyList<ProjectionPass> passes, RebuildClock clock, SkippedEvents skipped)
{
    private const int PagesAhead = 4;

    public async Task RunAsync(long after, long through, CancellationToken ct)
    {
        if (through > after)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
            var channels = passes.Select(_ => Channel.CreateBounded<List<RecordedEvent>>(new BoundedChannelOptions(PagesAhead) { SingleReader = true, SingleWriter = true })).ToList();
            Task[] tasks =
            [
                StoppingOthersAsync(Task.Run(() => ReadAsync(channels, after, through, stop.Token), ct), stop),
                .. passes.Zip(channels, (pass, channel) => StoppingOthersAsync(Task.Run(() => FoldAsync(pass, channel.Reader, stop.Token), ct), stop)),
            ];
            await Task.WhenAll(tasks);
        }
        foreach (var pass in passes)
            await pass.Rebuild.FlushAsync(ct);
    }

    private async Task ReadAsync(List<Channel<List<RecordedEvent>>> channels, long after, long through, CancellationToken ct)
    {
        try
        {
            await foreach (var page in new LogScan(store).ReadAsync(after, new() { Through = through, Types = Types() }, skipped.Unreadable, ct))
            {
                foreach (var channel in channels)
                    await channel.Writer.WriteAsync(page, ct);
                clock.Tick(page[^1].Position, through, page.Count);
            }
        }
        catch (EventStoreException failure) when (failure is UnreadableEventException or UnknownEventException { Position: > 0 })
        {
            var position = failure is UnreadableEventException unreadable ? unreadable.Position : ((UnknownEventException)failure).Position;
            throw new PoisonEventException(Projections.ProgressRow.NameOf(passes[0].Projection), position, failure);
        }
        channels.ForEach(channel => channel.Writer.Complete());
    }

    private static async Task FoldAsync(ProjectionPass pass, ChannelReader<List<RecordedEvent>> pages, CancellationToken ct)
    {
        await foreach (var page in pages.ReadAllAsync(ct))
            await pass.ApplyAsync(page, ct);
    }

    private static async Task StoppingOthersAsync(Task work, CancellationTokenSource stop)
    {
        try
        {
            await work;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private HashSet<string>? Types()
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pass in passes)
        {
            if (pass.Projection.Types is not { } types)
                return null;
            all.UnionWith(types);
        }
        return all;
    }
}
