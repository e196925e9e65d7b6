using System.Text;
using Journal.Web.Interchange.Running;
using Marten;
using Microsoft.Playwright;

namespace Journal.BrowserTests;

[Collection(ServedPages.Turns)]
public sealed class BringingIn(ServedPages pages)
{
    [Fact]
    public async Task Looks_at_a_file_says_what_its_columns_mean_and_sees_what_came()
    {
        await using var me = await pages.VisitAsync();
        await me.OpenAsync("/import");
        await me.Page.SetInputFilesAsync("#import-file", Csv("Date,Words,Run\n2025-03-02,Up,1\n2025-03-03,Down,0\n"));
        await me.Page.ClickAsync("text=Look at it");
        await me.Page.WaitForSelectorAsync("text=Nothing is stored yet");
        Assert.Empty(await me.BarriersOfBothThemesAsync());
        await me.Page.GetByLabel("Words").FillAsync("text");
        await me.Page.ClickAsync("text=Bring it in");
        await me.Page.WaitForSelectorAsync("text=What came in");
        Assert.Empty(await me.BarriersOfBothThemesAsync());
        await me.OpenAsync("/timeline?kind=entry");
        Assert.Equal(2, await me.Page.Locator(".entries .prose").CountAsync());

        await me.OpenAsync("/import");
        await me.Page.SetInputFilesAsync("#import-file", Csv("Date,Run,Words\n2025-03-04,1,Again\n"));
        await me.Page.ClickAsync("text=Look at it");
        await me.Page.WaitForSelectorAsync("text=As you said of such a table before");
        Assert.Equal("text", await me.Page.GetByLabel("Words").InputValueAsync());
    }

    [Fact]
    public async Task Sees_how_far_a_large_file_is_and_its_end_without_asking_again()
    {
        await using var me = await pages.VisitAsync();
        var run = new ImportRun(Guid.CreateVersion7(), "ten-years.csv", null, new Dictionary<string, string>(), DryRun: false, ImportState.Running, TimeProvider.System.GetUtcNow());
        await StoreAsync(me, run, new ImportProgress(run.Id, 250, 1000));
        await me.OpenAsync($"/import/{run.Id:D}");
        await me.Page.WaitForSelectorAsync("text=250 of 1000 rows");
        Assert.Empty(await me.BarriersOfBothThemesAsync());
        await StoreAsync(me, null, new ImportProgress(run.Id, 700, 1000));
        await me.Page.WaitForSelectorAsync("text=700 of 1000 rows");
        await me.Page.ClickAsync("text=Take it back");
        await me.Page.WaitForSelectorAsync("text=You took it back");
        Assert.Empty(me.Violations);
    }

    private async Task StoreAsync(Visitor me, params object?[] documents)
    {
        await using var session = pages.Get<IDocumentStore>().LightweightSession(me.Person.Id.ToString("D"));
        session.StoreObjects(documents.OfType<object>());
        await session.SaveChangesAsync();
    }

    private static FilePayload Csv(string text) => new() { Name = "days.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };
}
