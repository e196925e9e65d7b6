using Journal.Web.Access;
using Journal.Web.Tests.Http;
using Marten;

namespace Journal.Web.Tests.Access;

public sealed class WhoWasLetIn(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private static readonly (string, string) Own = ("Sec-Fetch-Site", "same-origin");

    [Fact]
    public async Task Is_shown_to_the_person_alone_newest_first_and_without_a_secret()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        var link = await journal.Get<SignInLinks>().IssueAsync(me.Person.Id, journal.Address, AuditSource.Terminal, CancellationToken.None);
        var code = link.Fragment[1..];
        var cookie = (await SignInAsync(me, code)).Headers["Set-Cookie"].Split(';')[0];
        await SignInAsync(me, code);
        var issued = (await me.PostAsync("tokens", """{"label":"phone"}""")).Succeeds();
        var (phone, id) = (issued.GetProperty("token").GetString()!, issued.GetProperty("details").GetProperty("id").GetGuid());
        await me.SendAsync(HttpMethod.Delete, $"tokens/{id}", null);
        await me.SendAsync(HttpMethod.Delete, $"tokens/{id}", null);
        for (var i = 0; i < 3; i++)
            (await me.With(phone).GetAsync("me")).IsRefused(401, "token.invalid");
        using var nothing = new FormUrlEncodedContent([]);
        await me.With(null).SendContentAsync(HttpMethod.Post, "/sign-out", nothing, ("Cookie", cookie), Own);

        var answer = await me.GetAsync("audit");
        var acts = answer.Succeeds().GetProperty("acts").EnumerateArray().ToList();
        Assert.Equal(
            ["sessionEnded", "credentialRefused", "tokenRevoked", "tokenIssued", "signInRefused", "signedIn", "linkIssued", "tokenIssued"],
            acts.Select(act => act.GetProperty("act").GetString()));
        Assert.Equal("phone", acts[2].GetProperty("about").GetString());
        Assert.Equal(("api", "page", "terminal"), (Via(3), Via(5), Via(6)));
        Assert.DoesNotContain(code, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(phone, answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, (await other.GetAsync("audit")).Succeeds().GetProperty("acts").GetArrayLength());

        string? Via(int i) => acts[i].GetProperty("via").GetString();
    }

    [Fact]
    public async Task Is_read_page_by_page()
    {
        var me = await journal.NewPersonAsync();
        for (var i = 0; i < 4; i++)
            await journal.IssueAsync(me.Person, Scope.Read);
        var (seen, before) = (new List<string>(), "");
        do
        {
            var page = (await me.GetAsync($"audit?limit=2{before}")).Succeeds();
            seen.AddRange(page.GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("id").GetString()!));
            before = page.GetProperty("next").GetString() is { } next ? $"&before={next}" : "";
        }
        while (before.Length > 0);
        Assert.Equal((5, 5), (seen.Count, seen.Distinct().Count()));
        (await me.GetAsync("audit?limit=0")).IsRefused(422, "limit.range");
    }

    [Fact]
    public async Task Is_kept_for_a_year()
    {
        var (person, now) = (Guid.NewGuid(), new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        await Trail(now.AddDays(-366)).NoteAsync(person, AuditAct.Exported, null, AuditSource.Terminal, CancellationToken.None);
        await Trail(now.AddDays(-364)).NoteAsync(person, AuditAct.Exported, null, AuditSource.Terminal, CancellationToken.None);
        await Trail(now).NoteAsync(person, AuditAct.Exported, null, AuditSource.Terminal, CancellationToken.None);
        var kept = await Trail(now).ListAsync(person, null, 10, CancellationToken.None);
        Assert.Equal([now, now.AddDays(-364)], kept.Select(act => act.At));
    }

    private AuditTrail Trail(DateTimeOffset now) => new(journal.Get<IDocumentStore>(), new StoppedClock(now));

    private static async Task<Answer> SignInAsync(JournalClient me, string code)
    {
        using var form = new FormUrlEncodedContent([new("code", code)]);
        return await me.With(null).SendContentAsync(HttpMethod.Post, "/sign-in", form, Own);
    }

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
