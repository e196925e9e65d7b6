using Microsoft.Playwright;

namespace Journal.BrowserTests;

[Collection(ServedPages.Turns)]
public sealed class RecordingToday(ServedPages pages)
{
    [Fact]
    public async Task Takes_a_new_person_from_nothing_to_a_record_by_taps()
    {
        await using var me = await pages.VisitAsync();
        await me.BeginAsync();
        await me.Page.ClickAsync("button[value=finishExecution]");
        await me.Page.WaitForSelectorAsync(".state.done");
        await me.Page.FillAsync("#entry-text", "Read *before* breakfast #morning");
        await me.Page.ClickAsync("#entry button");
        Assert.Equal("Read before breakfast #morning", await me.Page.InnerTextAsync(".entries .prose"));
        await me.Page.CheckAsync("input[name=energy][value='5']", new() { Force = true });
        await me.Page.ClickAsync("#state button");
        await me.Page.WaitForSelectorAsync("text=energy 5");
        Assert.Equal(["practice_adopted", "execution_finished", "journal_entry_written", "state_sampled"], await me.RecordedAsync());
    }

    [Fact]
    public async Task Is_taken_back_by_a_tap()
    {
        await using var me = await pages.VisitAsync();
        await me.BeginAsync();
        await me.Page.ClickAsync("button[value=missExecution]");
        await me.Page.ClickAsync(".notice button");
        await me.Page.WaitForSelectorAsync("button[value=finishExecution]");
        Assert.Equal(["practice_adopted", "execution_missed", "outcome_retracted"], await me.RecordedAsync());
    }

    [Fact]
    public async Task Works_without_script()
    {
        await using var me = await pages.VisitAsync(new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } });
        await me.BeginAsync();
        await me.Page.ClickAsync("button[value=finishExecution]");
        await me.Page.WaitForSelectorAsync(".state.done");
        await me.Page.FillAsync("#entry-text", "By hand");
        await me.Page.ClickAsync("#entry button");
        await me.Page.WaitForSelectorAsync(".entries .prose");
        Assert.Equal(["practice_adopted", "execution_finished", "journal_entry_written"], await me.RecordedAsync());
    }

    [Fact]
    public async Task Works_by_keyboard_alone()
    {
        await using var me = await pages.VisitAsync();
        await me.BeginAsync();
        await TabToAsync(me.Page, "button[value=finishExecution]");
        await me.Page.Keyboard.PressAsync("Enter");
        await me.Page.WaitForSelectorAsync(".state.done");
        await TabToAsync(me.Page, "#entry-text");
        await me.Page.Keyboard.TypeAsync("Typed");
        await TabToAsync(me.Page, "#entry button");
        await me.Page.Keyboard.PressAsync("Space");
        await me.Page.WaitForSelectorAsync(".entries .prose");
        Assert.Equal(["practice_adopted", "execution_finished", "journal_entry_written"], await me.RecordedAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Counts_a_double_tap_once(bool script)
    {
        await using var me = await pages.VisitAsync(new() { JavaScriptEnabled = script });
        await me.BeginAsync();
        await me.Page.DblClickAsync("button[value=finishExecution]");
        await me.Page.WaitForSelectorAsync(".state.done");
        Assert.Equal(["practice_adopted", "execution_finished"], await me.RecordedAsync());
    }

    [Fact]
    public async Task Keeps_what_was_typed_beside_what_is_wrong_with_it()
    {
        await using var me = await pages.VisitAsync();
        await me.BeginAsync();
        await me.OpenAsync("/practices");
        await me.Page.ClickAsync("summary:has-text('Take up another')");
        await me.Page.EvaluateAsync("document.querySelectorAll('form').forEach(form => form.noValidate = true)");
        await me.Page.FillAsync("#adopt-title", "Run");
        await me.Page.FillAsync("#adopt-days", "400");
        await me.Page.ClickAsync("#adopt button.main");
        Assert.Contains("In how many days is a whole number from 1 to 366", await me.Page.InnerTextAsync("#adopt-days-error"), StringComparison.Ordinal);
        Assert.Equal(("Run", "400"), (await me.Page.InputValueAsync("#adopt-title"), await me.Page.InputValueAsync("#adopt-days")));
        Assert.Equal(["practice_adopted"], await me.RecordedAsync());
    }

    [Fact]
    public async Task Tells_the_second_of_two_browsers_that_somebody_was_first()
    {
        await using var one = await pages.VisitAsync();
        await one.BeginAsync();
        await using var other = await pages.VisitAsync(one.Person);
        var address = await one.Page.GetAttributeAsync(".what a", "href") ?? "";
        foreach (var visitor in new[] { one, other })
        {
            await visitor.OpenAsync(address);
            await visitor.Page.ClickAsync("summary:has-text('Go on differently')");
        }

        await one.Page.FillAsync("#revise-title", "Read a book");
        await one.Page.ClickAsync("#revise button");
        await one.Page.WaitForSelectorAsync("h1:has-text('Read a book')");
        await other.Page.FillAsync("#revise-title", "Read the paper");
        await other.Page.ClickAsync("#revise button");
        Assert.Contains("has changed meanwhile", await other.Page.InnerTextAsync("#revise [role=alert]"), StringComparison.Ordinal);
        Assert.Equal("Read the paper", await other.Page.InputValueAsync("#revise-title"));
        Assert.Equal("Read a book", await other.Page.InnerTextAsync("h1 bdi"));
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var step = 0; step < 80; step++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                return;
        }

        Assert.Fail($"{selector} is not reached by the keyboard.");
    }
}
