using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Interchange.JournalFiles;
using Microsoft.Playwright;

namespace Journal.BrowserTests;

/// <summary>A person at a browser.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly ServedPages pages;
    private readonly IBrowserContext context;

    internal Visitor(ServedPages pages, Person person, IBrowserContext context, IPage page)
    {
        (this.pages, this.context, Person, Page) = (pages, context, person, page);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                Violations.Add(message.Text);
        };
        context.Request += (_, request) => Hosts.Add(new Uri(request.Url).Authority);
    }

    public Person Person { get; }

    public IPage Page { get; }

    public IBrowserContext Context => context;

    /// <summary>What the policy did not let a page do.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>Every host that anything was asked of.</summary>
    public HashSet<string> Hosts { get; } = [];

    public async Task SignInAsync()
    {
        var link = await pages.Get<SignInLinks>().IssueAsync(Person.Id, pages.Address, AuditSource.Terminal, CancellationToken.None);
        await Page.GotoAsync(link.ToString());
        // Without a script the code is pasted.
        await Page.FillAsync("#code", link.Fragment[1..]);
        await Page.ClickAsync("#go");
        await Page.WaitForSelectorAsync(".ways");
    }

    public async Task OpenAsync(string address)
    {
        try
        {
            await Page.GotoAsync(new Uri(pages.Address, address).ToString());
        }
        catch (PlaywrightException aborted) when (aborted.Message.Contains("ERR_ABORTED", StringComparison.Ordinal))
        {
            // The page looked again by itself at that moment, as when what it kept has arrived.
            await Page.GotoAsync(new Uri(pages.Address, address).ToString());
        }
    }

    /// <summary>Takes up a practice by the first steps.</summary>
    public async Task BeginAsync()
    {
        await Page.GetByText("Read", new() { Exact = false }).First.ClickAsync();
        await Page.ClickAsync("text=Begin");
        await Page.WaitForSelectorAsync("#due");
    }

    /// <summary>Waits until the browser would answer without a network.</summary>
    public Task WorksOfflineAsync() => Page.EvaluateAsync(
        "navigator.serviceWorker.ready.then(ready => new Promise(done => navigator.serviceWorker.controller ? done() : navigator.serviceWorker.addEventListener('controllerchange', done)))");

    /// <summary>Takes in the sample journal of a consultant.</summary>
    public Task BringAlongAsync() =>
        pages.Get<NdjsonImport>().RunAsync(Person.Id, Path.Combine(AppContext.BaseDirectory, "seeds", "consultant.ndjson"), dryRun: false, progress: null, CancellationToken.None);

    /// <summary>The names of what is stored for the person, in the order of the log.</summary>
    public async Task<IReadOnlyList<string>> RecordedAsync() => [.. (await pages.Get<PersonEvents>().ReadAsync(Person.Id.ToString("D"), null, CancellationToken.None)).Select(e => e.Type)];

    /// <summary>What speaks against the page for somebody who does not see it, or sees little.</summary>
    public async Task<IEnumerable<string>> BarriersAsync(AxeRunOptions? options = null) =>
        (await Page.RunAxe(options)).Violations.Select(one => $"{Page.Url} {one.Id}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}");

    /// <summary>The same in the light theme, and what cannot be told apart in the dark one: of all that is looked for, colours alone depend on it.</summary>
    public async Task<IEnumerable<string>> BarriersOfBothThemesAsync()
    {
        var light = await BarriersAsync();
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = await BarriersAsync(new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } });
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return light.Concat(dark.Select(one => $"dark: {one}"));
    }

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
