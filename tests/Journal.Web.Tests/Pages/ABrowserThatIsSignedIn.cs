using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Journal.Web.Access;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Pages;

public sealed partial class ABrowserThatIsSignedIn(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Title = "<b>Read</b>";
    private static readonly DateOnly Monday = new(2025, 2, 3);

    [Theory]
    [InlineData("text/html,application/xhtml+xml,*/*;q=0.8", "text/html")]
    [InlineData("application/json", "application/problem+json")]
    [InlineData("*/*", "application/problem+json")]
    public async Task Is_shown_a_page_also_where_there_is_none(string accepts, string type)
    {
        var page = await (await journal.NewPersonAsync()).GetAsync("/nowhere", ("Accept", accepts));
        Assert.Equal((HttpStatusCode.NotFound, type), (page.Status, page.MediaType));
    }

    [Fact]
    public async Task Sees_where_things_stand_and_opens_the_evidence_of_each_cycle()
    {
        var browser = await FallenAsync();
        var page = await browser.SeeAsync("/standing?to=2025-03-02");
        Assert.Equal((HttpStatusCode.OK, "text/html", "no-store"), (page.Status, page.MediaType, page.Headers["Cache-Control"]));
        Assert.Contains("“&lt;b&gt;Read&lt;/b&gt;” has been in regression for 2 weeks, since 17 February 2025: from a peak of 100 % to 0 %", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 regression from 17 Feb 2025, 2 weeks, open", page.Text, StringComparison.Ordinal);
        Assert.All(Loaded().Matches(page.Text).Select(match => match.Groups[1].Value), address => Assert.StartsWith("/", address, StringComparison.Ordinal));

        var evidence = await browser.SeeAsync(WebUtility.HtmlDecode(CycleLink().Match(page.Text).Groups[1].Value));
        Assert.Equal(HttpStatusCode.OK, evidence.Status);
        Assert.Contains("n = 28 events", evidence.Text, StringComparison.Ordinal);
        Assert.Contains("in the train &amp; at noon", evidence.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.SeeAsync(WeeksAddress(evidence.Text))).Status);
    }

    [Fact]
    public async Task Opens_what_a_figure_of_the_table_rests_on()
    {
        var browser = await FallenAsync();
        var link = ExplainLink().Match((await browser.SeeAsync("/standing?to=2025-03-02")).Text);
        var page = await browser.SeeAsync(WebUtility.HtmlDecode(link.Groups[1].Value));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Made again from these events and no others", page.Text, StringComparison.Ordinal);
        Assert.Contains("execution_finished", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SeeAsync("/explain/alignment/luck/2025-02-03")).Status);
    }

    [Fact]
    public async Task Opens_a_report_and_what_the_figure_of_one_practice_rests_on()
    {
        var browser = await FallenAsync();
        var page = await browser.SeeAsync("/reports/cycles?to=2025-03-02");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var evidence = await browser.SeeAsync(WebUtility.HtmlDecode(PeakLink().Match(page.Text).Groups[1].Value));
        Assert.Contains("Made again from these events and no others: 100 %", evidence.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"/reports/cycles?to=2025-03-02\"", evidence.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/reports", HttpStatusCode.OK)]
    [InlineData("/review?to=2025-03-02", HttpStatusCode.OK)]
    [InlineData("/replay?report=cycles&at=1&clock=known", HttpStatusCode.OK)]
    [InlineData("/replay?at=2147483648&report=x&step=y", HttpStatusCode.OK)]
    [InlineData("/what-if?r.drop=0.9", HttpStatusCode.OK)]
    [InlineData("/what-if?r.drop=2", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/what-if?r.luck=2", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/what-if?event=0198a000-0000-7000-8000-000000000001", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/words", HttpStatusCode.OK)]
    [InlineData("/reports/luck", HttpStatusCode.NotFound)]
    [InlineData("/reports/cycles.exe", HttpStatusCode.NotFound)]
    [InlineData("/reports/cycles?to=tomorrow", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/reports/cycles.csv?to=tomorrow", HttpStatusCode.UnprocessableEntity)]
    public async Task Looks_back_in_many_ways(string address, HttpStatusCode status)
    {
        var page = await (await FallenAsync()).SeeAsync(address);
        Assert.Equal((status, "text/html"), (page.Status, page.MediaType));
        Assert.Equal(status == HttpStatusCode.UnprocessableEntity, page.Text.Contains("role=\"alert\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv", "text/csv", "part,name,")]
    [InlineData("json", "application/json", "{\"")]
    [InlineData("svg", "image/svg+xml", "<svg ")]
    public async Task Takes_a_report_away_as_a_file(string form, string type, string begins)
    {
        var file = await (await FallenAsync()).SeeAsync($"/reports/alignment.{form}?to=2025-03-02");
        Assert.Equal((HttpStatusCode.OK, type), (file.Status, file.MediaType));
        Assert.StartsWith(begins, file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_by_other_rules_without_changing_anything()
    {
        var browser = await FallenAsync();
        var before = (await journal.EventsOfAsync(browser.Me)).Count;
        Assert.Contains("What if: rules 1 progress=0.9", (await browser.SeeAsync("/standing?to=2025-03-02&progress=0.9&drop=")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("What if: rules", (await browser.SeeAsync("/standing?to=2025-03-02")).Text, StringComparison.Ordinal);
        Assert.Equal(before, (await journal.EventsOfAsync(browser.Me)).Count);
    }

    [Fact]
    public async Task Sees_nothing_as_known_before_it_was_recorded()
    {
        var browser = await FallenAsync();
        var page = await browser.SeeAsync("/standing?to=2025-03-02&knownAt=2025-03-02");
        Assert.Contains("Nothing can be said yet", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_told_what_is_wrong_with_a_question()
    {
        var browser = await NewAsync();
        var page = await browser.SeeAsync("/standing?drop=2&from=%22%3E%3Cscript%3E");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "text/html"), (page.Status, page.MediaType));
        Assert.Contains("role=\"alert\"", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sees_what_to_do_first_in_an_empty_journal()
    {
        var browser = await NewAsync();
        Assert.Contains($"curl {journal.Address}api/v1/practices", (await browser.SeeAsync("/standing")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_nothing_of_somebody_else()
    {
        var browser = await FallenAsync();
        var link = CycleLink().Match((await browser.SeeAsync("/standing?to=2025-03-02")).Text).Groups[1].Value;
        var other = await NewAsync();
        var foreign = await other.SeeAsync(WebUtility.HtmlDecode(link));
        var missing = await other.SeeAsync($"/cycles/{Guid.NewGuid():D}/2025-02-03?to=2025-03-02");
        Assert.Equal((HttpStatusCode.NotFound, missing.Text), (foreign.Status, foreign.Text));
        Assert.Equal(HttpStatusCode.NotFound, (await other.SeeAsync($"/practices/{Guid.NewGuid():D}/weeks")).Status);
    }

    private static string WeeksAddress(string evidence) => $"/practices/{CyclePractice().Match(evidence).Groups[1].Value}/weeks?to=2025-03-02";

    /// <summary>Somebody who did something every day for two weeks and then not for two more.</summary>
    private async Task<Browser> FallenAsync()
    {
        var browser = await NewAsync();
        var practice = await browser.Me.NewAsync("practices", $$"""{"title":"{{Title}}","occurredAt":"2025-02-03"}""");
        for (var day = 0; day < 28; day++)
        {
            var body = $$"""{"kind":"{{(day < 14 ? "finished" : "missed")}}",{{(day == 3 ? "\"note\":\"in the train & at noon\"," : "")}}"occurredAt":"{{Monday.AddDays(day).ToString("O", CultureInfo.InvariantCulture)}}"}""";
            (await browser.Me.PostAsync($"practices/{practice}/outcomes", body)).Succeeds();
        }

        return browser;
    }

    private async Task<Browser> NewAsync()
    {
        var me = await journal.NewPersonAsync();
        var link = await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None);
        using var form = new FormUrlEncodedContent([new("code", link.Fragment[1..])]);
        var signedIn = await me.With(null).SendContentAsync(HttpMethod.Post, "/sign-in", form, ("Sec-Fetch-Site", "same-origin"));
        return new(me, signedIn.Headers["Set-Cookie"].Split(';')[0]);
    }

    [GeneratedRegex("""<a href="(/cycles/[^"]*)">Regression""")]
    private static partial Regex CycleLink();

    [GeneratedRegex("href=\"(/explain/cycles/cycle.peak/[^\"]*)\"")]
    private static partial Regex PeakLink();

    [GeneratedRegex("practice-([0-9a-f]{32})-title")]
    private static partial Regex CyclePractice();

    [GeneratedRegex("href=\"(/explain/alignment/execution/[^\"]*)\"")]
    private static partial Regex ExplainLink();

    [GeneratedRegex("""<(?:link|script|img)[^>]*(?:href|src)="([^"]*)""")]
    private static partial Regex Loaded();

    // Letters of other scripts may be written by their numbers; the same is sent either way.
    [GeneratedRegex("&#x(?:[0-9A-F]{3,6}|[8-9A-F][0-9A-F]);")]
    private static partial Regex Letters();

    /// <summary>A browser with a session, of somebody who also has a token to record with.</summary>
    private sealed record Browser(JournalClient Me, string Cookie)
    {
        public async Task<Answer> SeeAsync(string address)
        {
            var answer = await Me.With(null).GetAsync(address, ("Cookie", Cookie));
            return answer with { Text = Letters().Replace(answer.Text, match => WebUtility.HtmlDecode(match.Value)) };
        }
    }
}
