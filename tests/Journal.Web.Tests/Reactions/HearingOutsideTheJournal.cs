using System.Text.RegularExpressions;
using Journal.Web.Reactions;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Reactions;

/// <summary>Notices by e-mail and by post: to addresses that were shown to be the person's, without words, once, and until they say stop.</summary>
public sealed partial class HearingOutsideTheJournal(ReactingJournal journal) : IClassFixture<ReactingJournal>
{
    private static int people;

    [Fact]
    public async Task By_mail_takes_the_code_that_was_sent_there()
    {
        var (me, address) = (await journal.NewPersonAsync("UTC"), NewAddress());
        var id = await AddAsync(me, address);
        await TellAsync(me);
        var code = Code().Match(Assert.Single(journal.Mailbox.For(address))).Value;
        (await me.PostAsync($"channels/{id}/confirm", """{"code":"000000x"}""")).IsRefused(422, "code.invalid");
        (await me.PostAsync($"channels/{id}/confirm", $$"""{"code":"{{code}}"}""")).Succeeds();
        await TellAsync(me);
        Assert.Equal(2, journal.Mailbox.For(address).Count);
    }

    [Fact]
    public async Task A_code_is_guessed_five_times_and_no_more()
    {
        var (me, address) = (await journal.NewPersonAsync("UTC"), NewAddress());
        var id = await AddAsync(me, address);
        for (var i = 0; i < 5; i++)
            (await me.PostAsync($"channels/{id}/confirm", """{"code":"nothing"}""")).IsRefused(422, "code.invalid");
        (await me.PostAsync($"channels/{id}/confirm", $$"""{"code":"{{Code().Match(journal.Mailbox.For(address)[0]).Value}}"}""")).IsRefused(422, "code.invalid");
    }

    [Fact]
    public async Task Holds_no_word_of_the_journal_unless_the_person_says_so()
    {
        var (me, address) = (await journal.NewPersonAsync("UTC"), NewAddress());
        var id = await ConfirmedAsync(me, address);
        var practice = await me.NewAsync("practices", """{"title":"Quicksilver","times":1,"days":1}""");
        await TellAsync(me, practice);
        var mail = journal.Mailbox.For(address)[^1];
        Assert.DoesNotContain("Quicksilver", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(practice.ToString(), mail, StringComparison.Ordinal);
        (await me.PatchAsync($"channels/{id}", """{"words":true}""")).Succeeds();
        await TellAsync(me, practice);
        Assert.Contains("Quicksilver", journal.Mailbox.For(address)[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_mail_server_was_down_for_an_hour_comes_once()
    {
        var (me, address) = (await journal.NewPersonAsync("UTC"), NewAddress());
        await ConfirmedAsync(me, address);
        journal.Mailbox.IsDown = true;
        await TellAsync(me);
        foreach (var minutes in new[] { 1, 2, 11, 46 })
            await journal.MoveAsync(TimeSpan.FromMinutes(minutes));
        Assert.Single(journal.Mailbox.For(address));
        journal.Mailbox.IsDown = false;
        for (var i = 0; i < 4; i++)
            await journal.MoveAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(2, journal.Mailbox.For(address).Count);
    }

    [Fact]
    public async Task Whose_answer_was_lost_comes_again_under_the_same_id()
    {
        var (me, address) = (await journal.NewPersonAsync("UTC"), NewAddress());
        await ConfirmedAsync(me, address);
        journal.Mailbox.ForgetsToAnswer = true;
        await TellAsync(me);
        journal.Mailbox.ForgetsToAnswer = false;
        await journal.MoveAsync(TimeSpan.FromMinutes(1));
        var ids = journal.Mailbox.For(address).Skip(1).Select(mail => MessageId().Match(mail).Value).ToList();
        Assert.Equal(2, ids.Count);
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Is_turned_off_where_it_arrives_by_one_click_and_by_nobody_without_the_link()
    {
        var (me, address) = (await journal.NewPersonAsync("UTC"), NewAddress());
        await ConfirmedAsync(me, address);
        await TellAsync(me);
        var mail = journal.Mailbox.For(address)[^1].ReplaceLineEndings("").Replace("\t", "", StringComparison.Ordinal);
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail, StringComparison.Ordinal);
        var link = new Uri(StopAddress().Match(mail).Groups[1].Value).AbsolutePath;
        using (var wrong = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))
            Assert.Equal(404, (int)(await me.With(null).SendContentAsync(HttpMethod.Post, link[..^1] + (link[^1] == '0' ? '1' : '0'), wrong)).Status);
        Assert.Contains("Stop sending", (await me.With(null).GetAsync(link)).Text, StringComparison.Ordinal);
        await TellAsync(me);
        Assert.Equal(3, journal.Mailbox.For(address).Count);
        using (var click = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))
            Assert.Equal(200, (int)(await me.With(null).SendContentAsync(HttpMethod.Post, link, click)).Status);
        await TellAsync(me);
        Assert.Equal(3, journal.Mailbox.For(address).Count);
        Assert.True((await me.GetAsync("channels")).Succeeds().GetProperty("channels")[0].GetProperty("off").GetBoolean());
    }

    [Fact]
    public async Task By_post_comes_as_a_text_once_also_while_four_nodes_send()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync("UTC");
        (await me.PostAsync("channels", $$"""{"kind":"post","address":"{{receiver.Address}}topic"}""")).Succeeds();
        await TellAsync(me);
        var got = Assert.Single(receiver.All);
        Assert.Equal(("/topic", "An import has come to its end."), (got.Path, got.Body));
        Assert.Equal("https://journal.example/notices", got.Headers["Click"]);
    }

    [Fact]
    public async Task Of_chosen_kinds_only_is_not_bothered_with_others()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync("UTC");
        (await me.PostAsync("channels", $$"""{"kind":"post","address":"{{receiver.Address}}","kinds":["reviewDue"]}""")).Succeeds();
        await TellAsync(me);
        Assert.Empty(receiver.All);
    }

    [Fact]
    public async Task By_push_is_encrypted_for_the_browser_and_ends_when_the_browser_is_gone()
    {
        await using var receiver = await Receiver.StartAsync();
        var me = await journal.NewPersonAsync("UTC");
        var body = $$"""{"kind":"push","address":"{{receiver.Address}}p","p256dh":"BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4","auth":"BTBZMqHH6r4Tts7J_aSIgg"}""";
        (await me.PostAsync("channels", body)).Succeeds();
        await TellAsync(me);
        var got = Assert.Single(receiver.All);
        Assert.Equal("aes128gcm", got.Headers["Content-Encoding"]);
        Assert.DoesNotContain("import", got.Body, StringComparison.Ordinal);
        receiver.Does = http => { http.Response.StatusCode = 410; return Task.CompletedTask; };
        await TellAsync(me);
        Assert.True((await me.GetAsync("channels")).Succeeds().GetProperty("channels")[0].GetProperty("off").GetBoolean());
    }

    [Theory]
    [InlineData("""{"kind":"email","address":"nobody"}""", "address.invalid")]
    [InlineData("""{"kind":"email","address":"a@b.example\r\nBcc: c@d.example"}""", "address.invalid")]
    [InlineData("""{"kind":"email","address":"Me <a@b.example>"}""", "address.invalid")]
    [InlineData("""{"kind":"post","address":"ftp://example.org"}""", "address.invalid")]
    [InlineData("""{"kind":"push","address":"https://example.org/"}""", "keys.invalid")]
    [InlineData("""{"kind":"pigeon","address":"roof"}""", "kind.unknown")]
    public async Task At_an_address_that_is_none_is_refused(string body, string code) =>
        (await (await journal.NewPersonAsync()).PostAsync("channels", body)).IsRefused(422, code);

    private async Task TellAsync(JournalClient me, Guid? practice = null)
    {
        var key = Guid.NewGuid().ToString("N");
        await journal.Get<Notices>().TellAsync(me.Person.Id, practice is null ? NoticeKind.ImportEnded : NoticeKind.ProgressErodes, practice, null, key, TestContext.Current.CancellationToken);
        await journal.MoveAsync(TimeSpan.FromMilliseconds(1));
    }

    private async Task<Guid> ConfirmedAsync(JournalClient me, string address)
    {
        var id = await AddAsync(me, address);
        (await me.PostAsync($"channels/{id}/confirm", $$"""{"code":"{{Code().Match(journal.Mailbox.For(address)[0]).Value}}"}""")).Succeeds();
        return id;
    }

    private static async Task<Guid> AddAsync(JournalClient me, string address) => (await me.PostAsync("channels", $$"""{"kind":"email","address":"{{address}}"}""")).Succeeds().GetProperty("id").GetGuid();

    private static string NewAddress() => $"me-{Interlocked.Increment(ref people)}@example.org";

    [GeneratedRegex(@"^\d{6}(?=\r?$)", RegexOptions.Multiline)]
    private static partial Regex Code();

    [GeneratedRegex("^Message-Id: .*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageId();

    [GeneratedRegex("List-Unsubscribe: *<([^>]+)>")]
    private static partial Regex StopAddress();
}
