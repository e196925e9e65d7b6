using Journal.Web.Access;
using Journal.Web.Administering;
using Microsoft.Playwright;

namespace Journal.BrowserTests;

[Collection(ServedPages.Turns)]
public sealed class EveryPage(ServedPages pages)
{
    private static readonly string[] Addresses =
        ["/", "/timeline", "/practices", "/aims", "/beliefs", "/decisions", "/interventions", "/standing", "/reports", "/reports/alignment", "/reports/cycles", "/reports/diagnosis",
         "/review", "/explain/alignment/execution/2025-03-03", "/replay?at=20", "/what-if?r.drop=0.9", "/words", "/settings", "/settings/sign-in", "/notices", "/settings/reminders", "/settings/channels", "/settings/erase", "/settings/sharing", "/people", "/comments", "/prove", "/import", "/settings/audit", "/settings/webhooks", "/settings/people", "/nowhere"];

    [Fact]
    public async Task Has_no_barrier_in_either_theme_keeps_to_its_policy_and_asks_nobody_else()
    {
        await using var me = await pages.VisitAsync(new() { ColorScheme = ColorScheme.Light, ViewportSize = new() { Width = 390, Height = 844 } });
        Assert.Empty(await me.BarriersAsync());
        await me.BringAlongAsync();
        await pages.Get<Administration>().MarkAsync(me.Person.Id, mark: true, null, AuditSource.Terminal, CancellationToken.None);
        List<string> barriers = [];
        foreach (var address in Addresses)
        {
            await me.OpenAsync(address);
            barriers.AddRange(await me.BarriersOfBothThemesAsync());
            foreach (var more in await me.Page.Locator(".links a[href]:not([href^='/api/']), .entries a.at, .cycles a").EvaluateAllAsync<string[]>("links => links.slice(0, 1).map(link => link.getAttribute('href'))"))
            {
                await me.OpenAsync(more);
                barriers.AddRange(await me.BarriersOfBothThemesAsync());
            }
        }

        Assert.Empty(barriers);
        Assert.Empty(me.Violations);
        Assert.Equal([pages.Address.Authority], me.Hosts);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(390)]
    [InlineData(1280)]
    public async Task Fits_a_screen(int width)
    {
        await using var me = await pages.VisitAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await me.BeginAsync();
        foreach (var address in Addresses)
        {
            await me.OpenAsync(address);
            Assert.InRange(await me.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        }
    }

    [Fact]
    public async Task Of_today_is_light_at_first_and_lighter_after()
    {
        // What a service worker hands over is not transferred, and not counted.
        await using var me = await pages.VisitAsync(new() { ServiceWorkers = ServiceWorkerPolicy.Block });
        await me.BeginAsync();
        Assert.InRange(await BytesAsync(me, isFirst: true), 1_000, 150 * 1024);
        Assert.InRange(await BytesAsync(me, isFirst: false), 1_000, 30 * 1024);
    }

    [Fact]
    public async Task Of_the_timeline_is_found_by_a_word_without_its_accents()
    {
        await using var me = await pages.VisitAsync();
        await me.BeginAsync();
        await me.Page.FillAsync("#entry-text", "Ein Café in Zürich #reise");
        await me.Page.ClickAsync("#entry button");
        await me.Page.WaitForSelectorAsync(".entries .prose");
        await Patience.UntilAsync(async () =>
        {
            await me.OpenAsync("/timeline?q=cafe+zurich");
            return await me.Page.Locator(".entries .prose").CountAsync() == 1;
        });
        await me.OpenAsync("/timeline?tag=reise&layer=execution");
        Assert.Equal(0, await me.Page.Locator(".entries .prose").CountAsync());
        await me.OpenAsync("/timeline?tag=Reise");
        await me.Page.ClickAsync("a.at");
        await me.Page.ClickAsync("summary:has-text('Let it read differently')");
        await me.Page.FillAsync("#amend-text", "Ein Café in Bern");
        await me.Page.ClickAsync("#amend button");
        await me.Page.WaitForSelectorAsync(".lead:has-text('Bern')");
        Assert.Contains("Zürich", await me.Page.InnerTextAsync(".notes"), StringComparison.Ordinal);
        await me.Page.ClickAsync("summary:has-text('Take it back')");
        await me.Page.ClickAsync("#retract button");
        await me.Page.WaitForSelectorAsync("text=This was taken back");
        await me.OpenAsync("/timeline?kind=entry");
        Assert.Equal(0, await me.Page.Locator(".entries .prose").CountAsync());
    }

    private static async Task<double> BytesAsync(Visitor me, bool isFirst)
    {
        var session = await me.Context.NewCDPSessionAsync(me.Page);
        await session.SendAsync("Network.enable");
        if (isFirst)
            await session.SendAsync("Network.clearBrowserCache");
        var bytes = 0.0;
        session.Event("Network.loadingFinished").OnEvent += (_, finished) => bytes += finished!.Value.GetProperty("encodedDataLength").GetDouble();
        await me.OpenAsync("/");
        await me.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await session.DetachAsync();
        return bytes;
    }
}
