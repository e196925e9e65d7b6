using System.Net;
using System.Text.RegularExpressions;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Pages;

public sealed partial class ABrowserThatIsNotSignedIn(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/cycles/0198a000-0000-7000-8000-000000000001/2025-02-03", HttpStatusCode.Unauthorized)]
    [InlineData("/reports", HttpStatusCode.Unauthorized)]
    [InlineData("/reports/alignment.csv", HttpStatusCode.Unauthorized)]
    [InlineData("/replay", HttpStatusCode.Unauthorized)]
    [InlineData("/what-if", HttpStatusCode.Unauthorized)]
    [InlineData("/practices/0198a000-0000-7000-8000-000000000001/weeks", HttpStatusCode.Unauthorized)]
    public async Task Is_told_how_to_be(string address, HttpStatusCode status)
    {
        var page = await (await AnybodyAsync()).GetAsync(address);
        Assert.Equal((status, "text/html"), (page.Status, page.MediaType));
        Assert.Contains("<code>journal link</code>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_cookie_that_is_good_no_more_is_told_the_same() =>
        Assert.Contains("sign-in link", (await (await AnybodyAsync()).GetAsync("/", ("Cookie", "__Host-journal=journal_session_0"))).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Loads_what_the_pages_look_like_and_keeps_it()
    {
        var anybody = await AnybodyAsync();
        var address = Styles().Match((await anybody.GetAsync("/")).Text).Groups[1].Value;
        var styles = await anybody.GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "text/css", "public, max-age=31536000, immutable"), (styles.Status, styles.MediaType, styles.Headers["Cache-Control"]));
        Assert.DoesNotContain("http", styles.Text, StringComparison.Ordinal);

        var again = await anybody.GetAsync("/assets/journal.css", ("If-None-Match", styles.Headers["ETag"]));
        Assert.Equal((HttpStatusCode.NotModified, "no-cache"), (again.Status, again.Headers["Cache-Control"]));
    }

    private async Task<JournalClient> AnybodyAsync() => (await journal.NewPersonAsync()).With(null);

    [GeneratedRegex("""<link rel="stylesheet" href="([^"]*)""")]
    private static partial Regex Styles();
}
