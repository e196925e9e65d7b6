using Microsoft.Playwright;

namespace Journal.BrowserTests;

[Collection(ServedPages.Turns)]
public sealed class SettingItUp(ServedPages pages)
{
    [Fact]
    public async Task Chooses_how_it_looks_without_script_and_finds_it_so_on_every_page()
    {
        await using var me = await pages.VisitAsync(new() { JavaScriptEnabled = false, ColorScheme = ColorScheme.Light });
        await me.BeginAsync();
        var light = await PaperAsync(me);
        await me.OpenAsync("/settings");
        await me.Page.SelectOptionAsync("#theme", "dark");
        await me.Page.SelectOptionAsync("#firstDay", "sunday");
        await me.Page.ClickAsync("#look button");
        await me.OpenAsync("/");
        Assert.NotEqual(light, await PaperAsync(me));
        await me.Page.ClickAsync(".what a");
        Assert.Contains("a week from Sunday", await me.Page.InnerTextAsync(".calendar"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/settings/sign-in")]
    [InlineData("/settings/channels")]
    [InlineData("/prove?back=/settings")]
    [InlineData("/replay")]
    public async Task Sees_nothing_without_script_that_only_a_script_can_do(string address)
    {
        await using var me = await pages.VisitAsync(new() { JavaScriptEnabled = false });
        await me.BeginAsync();
        await me.OpenAsync(address);
        var hidden = me.Page.Locator("[hidden]");
        Assert.NotEqual(0, await hidden.CountAsync());
        Assert.Equal(0, await me.Page.Locator("[hidden]:visible").CountAsync());
    }

    [Fact]
    public async Task Signs_every_browser_out()
    {
        await using var one = await pages.VisitAsync();
        await using var other = await pages.VisitAsync(one.Person);
        await one.OpenAsync("/settings");
        await one.Page.ClickAsync("text=Sign out everywhere");
        await one.Page.WaitForSelectorAsync("#code");
        await other.OpenAsync("/timeline");
        Assert.Contains("you need a sign-in link", await other.Page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meets_the_four_ideas_one_after_the_other()
    {
        await using var me = await pages.VisitAsync();
        Assert.Contains("practice", await me.Page.Locator("dfn").AllInnerTextsAsync());
        await me.BeginAsync();
        Assert.Equal(["outcome"], await me.Page.Locator(".idea dfn").AllInnerTextsAsync());
        await me.Page.ClickAsync("button[value=finishExecution]");
        await me.Page.WaitForSelectorAsync(".state.done");
        Assert.Equal(["belief"], await me.Page.Locator(".idea dfn").AllInnerTextsAsync());
        await me.OpenAsync("/beliefs");
        await me.Page.FillAsync("textarea", "Reading makes the day better");
        await me.Page.ClickAsync("form[data-command=stateBelief] button");
        await me.Page.WaitForSelectorAsync(".links.big a");
        await me.OpenAsync("/");
        Assert.Equal(["layers"], await me.Page.Locator(".idea dfn").AllInnerTextsAsync());
        await me.Page.FillAsync("#entry-text", "I waited for a better hour");
        await me.Page.SelectOptionAsync("#entry-layer", "thinking");
        await me.Page.ClickAsync("#entry button");
        await me.Page.WaitForSelectorAsync(".entries .prose");
        Assert.Equal(0, await me.Page.Locator(".idea").CountAsync());
    }

    [Fact]
    public async Task Goes_to_yesterday_and_back_by_a_swipe()
    {
        await using var me = await pages.VisitAsync(new() { HasTouch = true, IsMobile = true, ViewportSize = new() { Width = 390, Height = 844 } });
        await me.BeginAsync();
        await SwipeAsync(me, 100, 300);
        await me.Page.WaitForURLAsync("**/?day=*", new() { WaitUntil = WaitUntilState.Commit });
        Assert.StartsWith("Yesterday", await me.Page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await SwipeAsync(me, 300, 100);
        await me.Page.WaitForSelectorAsync("h1:has-text('Today')");
    }

    private static Task<string> PaperAsync(Visitor me) => me.Page.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor");

    private static async Task SwipeAsync(Visitor me, int from, int to)
    {
        // A finger that is quicker than the script finds nobody who looks for it.
        await me.Page.WaitForLoadStateAsync(LoadState.Load);
        var session = await me.Context.NewCDPSessionAsync(me.Page);
        Task TouchAsync(string type, params (int X, int Y)[] points) =>
            session.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = type, ["touchPoints"] = points.Select(point => new { x = point.X, y = point.Y }).ToArray() });
        await TouchAsync("touchStart", (from, 120));
        await TouchAsync("touchMove", ((from + to) / 2, 121));
        await TouchAsync("touchMove", (to, 122));
        await TouchAsync("touchEnd");
        await session.DetachAsync();
    }
}
