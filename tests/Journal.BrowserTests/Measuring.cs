using System.Globalization;
using Journal.Web.Interchange.JournalFiles;
using Microsoft.Playwright;

namespace Journal.BrowserTests;

/// <summary>Times, for whoever asks: they hold on a quiet machine, so nothing fails by them. Run by <c>-explicit only -class "*Measuring" -showLiveOutput</c>; the figures are in docs/web.md.</summary>
[Collection(ServedPages.Turns)]
public sealed class Measuring(ServedPages pages, ITestOutputHelper output)
{
    private const int Rounds = 7;

    [Fact(Explicit = true)]
    public async Task Today_and_a_tap()
    {
        await using var me = await pages.VisitAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Block, ViewportSize = new() { Width = 390, Height = 844 } });
        await me.BringAlongAsync();
        var session = await me.Context.NewCDPSessionAsync(me.Page);
        foreach (var rate in new[] { 1, 4 })
        {
            await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = rate });
            output.WriteLine($"Today, largest paint, processor slowed {rate} times: {await MedianAsync(() => PaintAsync(me, "/"))} ms");
        }

        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 1 });
        await me.OpenAsync("/");
        output.WriteLine($"A tap, to the page that shows it: {await MedianAsync(() => TapAsync(me))} ms");
        foreach (var address in new[] { "/standing", "/reports/cycles", "/reports/alignment", "/review", "/replay?at=30", "/what-if?r.drop=0.9" })
            output.WriteLine($"{address}: {await MedianAsync(() => PaintAsync(me, address))} ms");
    }

    [Fact(Explicit = true)]
    public async Task Twenty_thousand_events()
    {
        await using var me = await pages.VisitAsync();
        await pages.Get<NdjsonImport>().RunAsync(me.Person.Id, Entries(20_000), dryRun: false, progress: null, CancellationToken.None);
        foreach (var address in new[] { "/", "/timeline", "/timeline?tag=t7", "/timeline?q=word17" })
            output.WriteLine($"{address}: {await MedianAsync(() => PaintAsync(me, address))} ms, {(await me.Page.ContentAsync()).Length / 1024} KB");
        await me.OpenAsync("/timeline");
        var begun = TimeProvider.System.GetTimestamp();
        await Patience.UntilAsync(async () =>
        {
            await me.Page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");
            return await me.Page.Locator(".entries > li").CountAsync() >= 1000;
        });
        output.WriteLine($"1,000 of them by scrolling: {TimeProvider.System.GetElapsedTime(begun).TotalMilliseconds:0} ms");
    }

    private static async Task<double> PaintAsync(Visitor me, string address)
    {
        await me.OpenAsync(address);
        return await me.Page.EvaluateAsync<double>("new Promise(done => new PerformanceObserver(list => done(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true }))");
    }

    // From the finger to the page that shows what it did.
    private static async Task<double> TapAsync(Visitor me)
    {
        await me.Page.EvaluateAsync("addEventListener('pointerdown', () => sessionStorage.tap = performance.timeOrigin + performance.now(), { capture: true })");
        var done = me.Page.Locator("button[value=finishExecution]");
        var undo = me.Page.Locator(".outcome button");
        var before = await undo.CountAsync();
        await (before == 0 ? done : undo).First.ClickAsync();
        await Patience.UntilAsync(async () => await undo.CountAsync() != before);
        return await me.Page.EvaluateAsync<double>("performance.timeOrigin + performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd - sessionStorage.tap");
    }

    private static async Task<string> MedianAsync(Func<Task<double>> measure)
    {
        List<double> all = [];
        for (var round = 0; round <= Rounds; round++)
            all.Add(await measure());
        // The first is of whatever was not yet compiled.
        all.RemoveAt(0);
        all.Sort();
        return all[all.Count / 2].ToString("0", CultureInfo.InvariantCulture);
    }

    private static string Entries(int count)
    {
        var file = Path.GetTempFileName();
        var first = new DateTimeOffset(2015, 1, 1, 8, 0, 0, TimeSpan.Zero);
        File.WriteAllLines(file, Enumerable.Range(0, count).Select(i => Line(i, first.AddHours(4 * i).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture)))
            .Prepend("""{"format":"journal-events","version":1,"person":{"handle":"many","zone":"Europe/Lisbon"}}"""));
        return file;
    }

    private static string Line(int i, string at)
    {
        var id = Guid.NewGuid();
        return $$$"""{"id":"{{{Guid.NewGuid()}}}","stream":"{{{id}}}","type":"journal_entry_written","recordedAt":"{{{at}}}","source":"web","zone":"Europe/Lisbon","data":{"EntryId":"{{{id}}}","Text":"Entry {{{i}}} with word{{{i % 400}}} #t{{{i % 50}}}","OccurredAt":"{{{at}}}"}}""";
    }
}
