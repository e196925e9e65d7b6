using Microsoft.Playwright;
namespace Journal.BrowserTests;

[Collection(ServedPages.Turns)]
public sealed class LookingBack(ServedPages pages)
{
    [Fact]
    public async Task Leads_from_the_index_to_a_report_to_the_evidence_of_a_figure_and_to_a_file()
    {
        await using var me = await pages.VisitAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        await me.BringAlongAsync();
        await me.OpenAsync("/reports");
        await me.Page.ClickAsync("text=Did progress last?");
        Assert.True(await me.Page.Locator(".readings .value").CountAsync() > 5);
        await me.Page.ClickAsync("text=Ask about other days");
        await me.Page.FillAsync("#asOf", "2025-06-30");
        await me.Page.ClickAsync(".ask button");
        Assert.Contains("As true on 30 Jun 2025", await me.Page.InnerTextAsync(".question"), StringComparison.Ordinal);
        var file = await me.Page.RunAndWaitForDownloadAsync(() => me.Page.ClickAsync("text=For a spreadsheet"));
        Assert.StartsWith("cycles-2025-06-30", file.SuggestedFilename, StringComparison.Ordinal);
        await me.Page.Locator(".readings a").First.ClickAsync();
        Assert.Contains("Made again from these events and no others", await me.Page.InnerTextAsync(".standing"), StringComparison.Ordinal);
        Assert.True(await me.Page.Locator("tbody tr").CountAsync() > 1);
    }

    [Fact]
    public async Task Goes_through_a_history_by_a_slider_without_loading_the_page_again()
    {
        await using var me = await pages.VisitAsync();
        await me.BringAlongAsync();
        await me.OpenAsync("/replay?at=10");
        var before = await me.Page.InnerTextAsync("#moment-h");
        await me.Page.EvaluateAsync("window.same = true");
        await me.Page.FocusAsync("#at");
        await me.Page.Keyboard.PressAsync("ArrowRight");
        await ChangesAsync(me, before);
        Assert.Equal(["What you knew then", "What was true then"], await me.Page.Locator(".sides h2").AllInnerTextsAsync());
        await me.Page.ClickAsync("#play");
        await Patience.UntilAsync(async () => int.Parse(await me.Page.InputValueAsync("#at"), System.Globalization.CultureInfo.InvariantCulture) >= 13);
        await me.Page.ClickAsync("#play");
        Assert.Equal("Play", await me.Page.InnerTextAsync("#play"));
        Assert.True(await me.Page.EvaluateAsync<bool>("window.same"));
        Assert.Contains("replay?at=1", me.Page.Url, StringComparison.Ordinal);
        Assert.Empty(me.Violations);
    }

    [Fact]
    public async Task Goes_through_a_history_without_script_too()
    {
        await using var me = await pages.VisitAsync(new() { JavaScriptEnabled = false });
        await me.BringAlongAsync();
        await me.OpenAsync("/replay?at=10");
        var before = await me.Page.InnerTextAsync("#moment-h");
        await me.Page.FocusAsync("#at");
        await me.Page.Keyboard.PressAsync("ArrowRight");
        await me.Page.ClickAsync(".slider button.main");
        await ChangesAsync(me, before);
        await me.Page.ClickAsync("a[rel=prev]");
        Assert.Equal(before, await me.Page.InnerTextAsync("#moment-h"));
    }

    [Fact]
    public async Task Says_in_words_what_would_be_different()
    {
        await using var me = await pages.VisitAsync();
        await me.BringAlongAsync();
        var stored = await me.RecordedAsync();
        await me.OpenAsync("/what-if");
        await me.Page.EvaluateAsync("const slide = document.querySelector('#r-drop + input'); slide.value = '0.9'; slide.dispatchEvent(new Event('input'))");
        Assert.Equal("0.9", await me.Page.InputValueAsync("#r-drop"));
        await me.Page.ClickAsync("text=Look");
        Assert.Contains("0 regressions in 74 known weeks", await me.Page.InnerTextAsync(".changes"), StringComparison.Ordinal);
        await me.Page.FillAsync("#r-drop", "7");
        await me.Page.EvaluateAsync("document.querySelector('.suppose').noValidate = true");
        await me.Page.ClickAsync("text=Look");
        Assert.Contains("drop is a number from 0 to 1", await me.Page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal("7", await me.Page.InputValueAsync("#r-drop"));
        Assert.Equal(stored, await me.RecordedAsync());
    }

    [Fact]
    public async Task Scrolls_on_in_a_long_timeline_and_comes_back_to_the_same_place()
    {
        await using var me = await pages.VisitAsync();
        await me.BringAlongAsync();
        await me.OpenAsync("/timeline");
        var items = me.Page.Locator(".entries > li");
        Assert.Equal(50, await items.CountAsync());
        await Patience.UntilAsync(async () =>
        {
            await me.Page.EvaluateAsync("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })");
            return await items.CountAsync() >= 200;
        });
        Assert.True(await me.Page.Locator(".entries > li a.at").EvaluateAllAsync<bool>("links => new Set(links.map(link => link.href)).size === links.length"));
        var address = await items.Nth(120).Locator("a.at").GetAttributeAsync("href");
        await me.Page.ClickAsync($"a.at[href='{address}']");
        await me.Page.WaitForURLAsync(url => !url.EndsWith("/timeline", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await me.Page.GoBackAsync();
        await Patience.UntilAsync(async () => await me.Page.Locator($"a.at[href='{address}']").IsVisibleAsync() && await me.Page.EvaluateAsync<int>("scrollY") > 2000);
    }

    private static async Task ChangesAsync(Visitor me, string before) => await Patience.UntilAsync(async () => await me.Page.InnerTextAsync("#moment-h") != before);
}
