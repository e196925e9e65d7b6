using System.Net;
using System.Text.RegularExpressions;
using Journal.Web.Access;
using Journal.Web.Reactions;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Reactions;

/// <summary>Notices, reminders and ways out in a browser, without script.</summary>
public sealed partial class TheirPages(ReactingJournal journal) : IClassFixture<ReactingJournal>
{
    [Fact]
    public async Task Say_how_many_notices_are_unread_until_they_are()
    {
        var (me, cookie) = await SignInAsync();
        await journal.Get<Notices>().TellAsync(me.Person.Id, NoticeKind.ReviewDue, null, null, "k", TestContext.Current.CancellationToken);
        Assert.Contains("Notices (1)", (await SeeAsync(me, cookie, "/")).Text, StringComparison.Ordinal);
        Assert.Contains("The week is there to be looked at.", (await SeeAsync(me, cookie, "/notices")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, cookie, "/notices/read")).Status);
        Assert.DoesNotContain("Notices (", (await SeeAsync(me, cookie, "/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_a_reminder_and_say_beside_the_field_what_is_wrong()
    {
        var (me, cookie) = await SignInAsync();
        var practice = await me.NewAsync("practices", """{"title":"<i>Write</i>"}""");
        var wrong = await SendAsync(me, cookie, "/settings/reminders/set", ("form", "reminder"), ("practice", $"{practice}"), ("time", "noon"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("id=\"reminder-time-error\"", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, cookie, "/settings/reminders/set", ("practice", $"{practice}"), ("time", "07:30"), ("days", "mon"), ("days", "thu"))).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, cookie, "/settings/reminders/quiet", ("from", "22:00"), ("until", "07:00"))).Status);
        var page = await SeeAsync(me, cookie, "/settings/reminders");
        Assert.Contains("&lt;i&gt;Write&lt;/i&gt;", page.Text, StringComparison.Ordinal);
        Assert.Contains("07:30 · mon, thu", page.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"22:00\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, cookie, "/settings/reminders/remove", ("id", $"{practice}"))).Status);
        Assert.Empty((await me.GetAsync("reminders")).Succeeds().GetProperty("reminders").EnumerateArray());
    }

    [Fact]
    public async Task Add_an_address_confirm_it_and_show_a_calendar_once()
    {
        var (me, cookie) = await SignInAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, cookie, "/settings/channels/add", ("kind", "email"), ("address", "pages@example.org"))).Status);
        var id = (await me.GetAsync("channels")).Succeeds().GetProperty("channels")[0].GetProperty("id").GetGuid();
        Assert.Contains("waits for its code", (await SeeAsync(me, cookie, "/settings/channels")).Text, StringComparison.Ordinal);
        var code = Code().Match(Assert.Single(journal.Mailbox.For("pages@example.org"))).Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync(me, cookie, "/settings/channels/confirm", ("id", $"{id}"), ("code", code))).Status);
        Assert.DoesNotContain("waits for its code", (await SeeAsync(me, cookie, "/settings/channels")).Text, StringComparison.Ordinal);
        var made = await SendAsync(me, cookie, "/settings/feed", ("words", "false"));
        var address = Feed().Match(made.Text).Value;
        Assert.Equal(200, (int)(await me.With(null).GetAsync(address)).Status);
        Assert.DoesNotContain(address, (await SeeAsync(me, cookie, "/settings/channels")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_again_who_sits_there_before_anything_leads_out()
    {
        var (me, cookie) = await SignInAsync();
        journal.Time.Move(TimeSpan.FromMinutes(11));
        var asked = await SendAsync(me, cookie, "/settings/channels/add", ("kind", "email"), ("address", "late@example.org"));
        Assert.StartsWith("/prove", asked.Headers["Location"], StringComparison.Ordinal);
        Assert.Empty(journal.Mailbox.For("late@example.org"));
    }

    private async Task<(JournalClient Me, string Cookie)> SignInAsync()
    {
        var me = await journal.NewPersonAsync();
        var link = await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None);
        var signedIn = await SendAsync(me, null, "/sign-in", ("code", link.Fragment[1..]));
        return (me, signedIn.Headers["Set-Cookie"].Split(';')[0]);
    }

    private static Task<Answer> SeeAsync(JournalClient me, string cookie, string address) => me.With(null).GetAsync(address, ("Cookie", cookie));

    private static async Task<Answer> SendAsync(JournalClient me, string? cookie, string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await me.With(null).SendContentAsync(HttpMethod.Post, address, form, [("Sec-Fetch-Site", "same-origin"), .. cookie is null ? [] : new[] { ("Cookie", cookie) }]);
    }

    [GeneratedRegex(@"^\d{6}(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("/feeds/[0-9a-f]+\\.ics")]
    private static partial Regex Feed();
}
