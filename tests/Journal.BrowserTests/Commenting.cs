using Journal.Web.Access;
using Journal.Web.Sharing;

namespace Journal.BrowserTests;

[Collection(ServedPages.Turns)]
public sealed class Commenting(ServedPages pages)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_what_somebody_shares_is_read_and_deleted_by_them(bool isScripted)
    {
        const string Text = "<b>The third week</b> again & again";
        await using var me = await pages.VisitAsync(new() { JavaScriptEnabled = isScripted });
        await me.BeginAsync();
        await using var coach = await pages.VisitAsync(new() { JavaScriptEnabled = isScripted });
        var (given, refusal) = await pages.Get<Grants>().GiveAsync(me.Person, new(coach.Person.Handle, [Layer.Execution], Words: true, Comments: true), AuditSource.Terminal, CancellationToken.None);
        Assert.True(given is not null, refusal?.Code);

        await coach.OpenAsync($"/people/{me.Person.Id}");
        await coach.Page.ClickAsync("a[href*='/things/']");
        await coach.Page.FillAsync("#comment-text", new string('x', 4_001));
        await coach.Page.ClickAsync("#comment button.main");
        await coach.Page.WaitForSelectorAsync("#comment-text-error");
        await coach.Page.FillAsync("#comment-text", Text);
        await coach.Page.ClickAsync("#comment button.main");
        await coach.Page.WaitForSelectorAsync(".notes form");
        Assert.Equal(Text, await coach.Page.InnerTextAsync("section[aria-labelledby=comments] .text"));
        if (isScripted)
            Assert.Empty(await coach.BarriersOfBothThemesAsync());
        await coach.OpenAsync($"/people/{me.Person.Id}/reports/cycles");
        await coach.Page.FillAsync("#comment-text", "Of the report");
        await coach.Page.ClickAsync("#comment button.main");
        await coach.Page.WaitForSelectorAsync(".notes form");
        if (isScripted)
            Assert.Empty(await coach.BarriersOfBothThemesAsync());

        await me.OpenAsync("/comments");
        Assert.Equal(["Of the report", Text], await me.Page.Locator(".notes .text").AllInnerTextsAsync());
        if (isScripted)
            Assert.Empty(await me.BarriersOfBothThemesAsync());
        await me.OpenAsync("/practices");
        await me.Page.ClickAsync("a[href^='/practices/']");
        await me.Page.WaitForSelectorAsync("section[aria-labelledby=comments]");
        if (isScripted)
            Assert.Empty(await me.BarriersOfBothThemesAsync());
        await me.Page.ClickAsync("section[aria-labelledby=comments] form button");
        await me.Page.WaitForSelectorAsync("section[aria-labelledby=comments]", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
        await coach.OpenAsync($"/people/{me.Person.Id}");
        Assert.Equal(["Of the report"], await coach.Page.Locator("section[aria-labelledby=comments] .text").AllInnerTextsAsync());
        await coach.Page.ClickAsync("section[aria-labelledby=comments] form button");
        await coach.Page.WaitForSelectorAsync("section[aria-labelledby=comments] form", new() { State = Microsoft.Playwright.WaitForSelectorState.Detached });
    }
}
