using System.Net;
using System.Text.RegularExpressions;
using Journal.Web.Access;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Access;

public sealed partial class TokensOfAPerson(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task Are_shown_once_and_stored_as_a_hash()
    {
        var me = await journal.NewPersonAsync();
        var issued = (await me.PostAsync("tokens", """{"label":"laptop","scope":"read","days":30}""")).Succeeds();
        var text = issued.GetProperty("token").GetString()!;
        Assert.Matches(Shape(), text);
        Assert.Equal("read", issued.GetProperty("details").GetProperty("scope").GetString());
        Assert.Equal("read", (await me.With(text).GetAsync("me")).Json.GetProperty("scope").GetString());

        Assert.DoesNotContain(text, (await me.GetAsync("tokens")).Text, StringComparison.Ordinal);
        await using var command = journal.Database.DataSource.CreateCommand("select string_agg(c::text, ' ') from journal.mt_doc_credential c");
        var rows = (string)(await command.ExecuteScalarAsync())!;
        Assert.DoesNotContain(text, rows, StringComparison.Ordinal);
        Assert.Contains(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(text))), rows, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_refused_from_the_next_request_after_they_are_revoked()
    {
        var me = await journal.NewPersonAsync();
        var issued = (await me.PostAsync("tokens", """{"label":"lost"}""")).Succeeds();
        var lost = me.With(issued.GetProperty("token").GetString());
        (await lost.GetAsync("me")).Succeeds();
        var address = $"tokens/{issued.GetProperty("details").GetProperty("id").GetGuid()}";
        Assert.Equal(HttpStatusCode.NoContent, (await me.SendAsync(HttpMethod.Delete, address, null)).Status);
        (await lost.GetAsync("me")).IsRefused(401, "token.invalid");
        Assert.Equal(HttpStatusCode.NoContent, (await me.SendAsync(HttpMethod.Delete, address, null)).Status);
    }

    [Fact]
    public async Task Issue_none_that_is_good_for_longer_or_for_more_than_they_are()
    {
        var me = await journal.NewPersonAsync();
        var manager = me.With((await me.PostAsync("tokens", """{"label":"m","scope":"manage","days":2}""")).Succeeds().GetProperty("token").GetString());
        var issued = (await manager.PostAsync("tokens", """{"label":"child","days":300}""")).Succeeds().GetProperty("details");
        Assert.InRange(issued.GetProperty("expires").GetDateTimeOffset() - issued.GetProperty("created").GetDateTimeOffset(), TimeSpan.FromDays(1.9), TimeSpan.FromDays(2));
        var writer = me.With((await me.PostAsync("tokens", """{"label":"w","scope":"write"}""")).Succeeds().GetProperty("token").GetString());
        (await writer.PostAsync("entries", """{"text":"t"}""")).Succeeds();
        (await writer.PostAsync("tokens", """{"label":"x"}""")).IsRefused(403, "scope.manage");
        (await writer.GetAsync("tokens")).IsRefused(403, "scope.manage");
    }

    [Fact]
    public async Task Are_good_for_a_year_unless_told_otherwise()
    {
        var issued = (await (await journal.NewPersonAsync()).PostAsync("tokens", """{"label":"l"}""")).Succeeds().GetProperty("details");
        Assert.InRange((issued.GetProperty("expires").GetDateTimeOffset() - issued.GetProperty("created").GetDateTimeOffset()).TotalDays, 364.9, 365);
    }

    [Fact]
    public async Task Are_refused_when_one_digit_is_wrong()
    {
        var me = await journal.NewPersonAsync();
        for (var i = "journal_".Length; i < me.Token!.Length; i += 7)
        {
            var wrong = me.Token[..i] + (me.Token[i] == '0' ? '1' : '0') + me.Token[(i + 1)..];
            (await me.With(wrong).GetAsync("me")).IsRefused(401, "token.invalid");
        }
    }

    [Fact]
    public async Task Are_refused_once_expired()
    {
        var me = await journal.NewPersonAsync();
        var issued = (await me.PostAsync("tokens", """{"label":"short","days":1}""")).Succeeds();
        await using var command = journal.Database.DataSource.CreateCommand("update journal.mt_doc_credential set data = jsonb_set(data, '{Expires}', to_jsonb(now() - interval '1 second')) where id = $1");
        command.Parameters.Add(new() { Value = issued.GetProperty("details").GetProperty("id").GetGuid() });
        await command.ExecuteNonQueryAsync();
        (await me.With(issued.GetProperty("token").GetString()).GetAsync("me")).IsRefused(401, "token.invalid");
    }

    [Theory]
    [InlineData("""{"label":" "}""", "label.missing")]
    [InlineData("""{}""", "label.missing")]
    [InlineData("""{"label":"a\u0007"}""", "label.encoding")]
    [InlineData("""{"label":"a","days":0}""", "days.range")]
    [InlineData("""{"label":"a","scope":"admin"}""", "scope.unknown")]
    [InlineData("""{"label":"a","person":"b"}""", "json.unknown")]
    public async Task Are_not_issued_for_bad_wishes(string body, string code)
    {
        var me = await journal.NewPersonAsync();
        (await me.PostAsync("tokens", body)).IsRefused(422, code);
        Assert.Single((await me.GetAsync("tokens")).Json.GetProperty("tokens").EnumerateArray());
    }

    [Fact]
    public async Task Note_their_use_to_the_hour()
    {
        var me = await journal.NewPersonAsync();
        await me.GetAsync("me");
        var used = (await me.GetAsync("tokens")).Json.GetProperty("tokens")[0].GetProperty("lastUsed").GetString();
        Assert.NotNull(used);
        Assert.Equal(used, (await me.GetAsync("tokens")).Json.GetProperty("tokens")[0].GetProperty("lastUsed").GetString());
    }

    [Theory]
    [InlineData("", "UTC", "handle.invalid")]
    [InlineData("a b", "UTC", "handle.invalid")]
    [InlineData("ok", "Mars/Olympus", "zone.unknown")]
    public async Task A_person_needs_a_handle_and_a_zone(string handle, string zone, string code) =>
        Assert.Equal(code, (await journal.Get<PeopleRegistry>().EnsureAsync(handle, zone, CancellationToken.None)).Refusal!.Code);

    [Fact]
    public async Task A_handle_is_one_person_however_it_is_written_and_by_however_many_at_once()
    {
        var people = journal.Get<PeopleRegistry>();
        var entered = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => people.EnsureAsync(i % 2 == 0 ? "Ana" : "ana", "UTC", CancellationToken.None)));
        Assert.Single(entered.Select(result => result.Person!.Id).Distinct());
        Assert.Equal(entered[0].Person, await people.FindAsync("ANA", CancellationToken.None));
    }

    [GeneratedRegex("^journal_[0-9a-f]{56}$")]
    private static partial Regex Shape();
}
