using Journal.Web.Access;

namespace Journal.BrowserTests;

[Collection(ServedPages.Turns)]
public sealed class LosingTheServer(ServedPages pages)
{
    [Fact]
    public async Task Loses_nothing_of_what_is_recorded_meanwhile_and_doubles_nothing()
    {
        await using var me = await pages.VisitAsync();
        await me.BeginAsync();
        await me.WorksOfflineAsync();
        await me.OpenAsync("/");
        await using (await pages.StopAsync())
        {
            await me.Page.ClickAsync("button[value=finishExecution]");
            await me.Page.WaitForSelectorAsync("#outbox:has-text('1 record is kept here')");
            await me.Page.FillAsync("#entry-text", "Written while nobody answered");
            await me.Page.ClickAsync("#entry button");
            await me.Page.WaitForSelectorAsync("#outbox:has-text('2 records are kept here')");
        }

        await me.Page.WaitForSelectorAsync(".entries .prose:has-text('Written while nobody answered')", new() { Timeout = 60_000 });
        await me.OpenAsync("/");
        Assert.Equal(["practice_adopted", "execution_finished", "journal_entry_written"], await me.RecordedAsync());
        Assert.True(await me.Page.IsHiddenAsync("#outbox"));
    }

    [Fact]
    public async Task Or_the_network_keeps_what_is_recorded_and_sends_it_once()
    {
        await using var me = await pages.VisitAsync();
        await me.BeginAsync();
        await me.WorksOfflineAsync();
        await me.OpenAsync("/");
        await me.Context.SetOfflineAsync(true);
        await me.OpenAsync("/");
        await me.Page.ClickAsync("button[value=missExecution]");
        await me.Page.WaitForSelectorAsync("#outbox:has-text('1 record is kept here')");
        Assert.Equal(["practice_adopted"], await me.RecordedAsync());
        await me.Context.SetOfflineAsync(false);
        await Patience.UntilAsync(async () => (await me.RecordedAsync()).Count == 2);
        await me.OpenAsync("/");
        Assert.True(await me.Page.IsHiddenAsync("#outbox"));
        Assert.Equal(["practice_adopted", "execution_missed"], await me.RecordedAsync());
    }

    [Fact]
    public async Task Typed_before_the_script_was_there_loses_no_word()
    {
        await using var me = await pages.VisitAsync(new() { ServiceWorkers = Microsoft.Playwright.ServiceWorkerPolicy.Block });
        await me.BeginAsync();
        var typed = new TaskCompletionSource();
        await me.Context.RouteAsync("**/assets/journal.js*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await me.Page.GotoAsync(me.Page.Url, new() { WaitUntil = Microsoft.Playwright.WaitUntilState.Commit });
        await me.Page.FillAsync("#entry-text", "Quicker than the script");
        typed.SetResult();
        await me.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.Load);
        await me.OpenAsync("/");
        Assert.Equal("Quicker than the script", await me.Page.InputValueAsync("#entry-text"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Or_the_session_in_mid_typing_loses_no_word(bool script)
    {
        await using var me = await pages.VisitAsync(new() { JavaScriptEnabled = script, ServiceWorkers = Microsoft.Playwright.ServiceWorkerPolicy.Block });
        await me.BeginAsync();
        await me.Page.FillAsync("#entry-text", "A long thought");
        var tokens = pages.Get<TokenRegistry>();
        foreach (var session in await tokens.ListAsync(me.Person.Id, CancellationToken.None))
            await tokens.RevokeAsync(me.Person.Id, session.Id, AuditSource.Terminal, CancellationToken.None);
        await me.Page.ClickAsync("#entry button");
        Assert.Equal("A long thought", await me.Page.InputValueAsync("textarea[readonly]"));
        await me.Page.ClickAsync("text=Sign in and go on");
        Assert.Equal("/", await me.Page.InputValueAsync("[name=back]"));
        await me.SignInAsync();
        await me.OpenAsync("/");
        if (script)
            Assert.Equal("A long thought", await me.Page.InputValueAsync("#entry-text"));
        Assert.Equal(["practice_adopted"], await me.RecordedAsync());
    }
}
