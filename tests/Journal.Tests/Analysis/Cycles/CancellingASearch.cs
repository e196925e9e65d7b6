using Journal.Analysis.Cycles;
using Journal.Analysis.Episodes;
using Journal.Tests.Analysis.Synthetic;

namespace Journal.Tests.Analysis.Cycles;

/// <summary>A search of ten years takes seconds; one that nobody waits for ends with the day it is at.</summary>
public sealed class CancellingASearch
{
    [Fact]
    public async Task Ends_it_at_the_next_day()
    {
        var series = SyntheticSeries.Make(new(0.1), 1);
        double[] values = [.. Enumerable.Repeat(series.Values, 10).SelectMany(years => years)];
        DateOnly[] days = [.. Enumerable.Range(0, values.Length).Select(new DateOnly(2000, 1, 3).AddDays)];
        using var cancel = new CancellationTokenSource();
        var work = new EpisodeWork(cancel.Token);
        var search = Task.Run(() => CycleDetector.Detect(days, values, work), TestContext.Current.CancellationToken);
        while (work.Days < 1000 && !search.IsCompleted)
        {
            await Task.Yield();
        }

        await cancel.CancelAsync();
        var then = work.Days;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
        Assert.InRange(work.Days, 1000, then + 1);
    }

    [Fact]
    public void That_has_not_begun_takes_in_no_day()
    {
        var series = SyntheticSeries.Make(new(0.1), 1);
        var work = new EpisodeWork(new CancellationToken(canceled: true));
        Assert.Throws<OperationCanceledException>(() => CycleDetector.Detect(series.Days, series.Values, work));
        Assert.Equal(0, work.Days);
    }
}
