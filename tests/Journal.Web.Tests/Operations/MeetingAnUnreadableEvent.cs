using System.Text;
using Journal.Web.Interchange;
using Journal.Web.Operations;
using Journal.Web.Tests.Http;

namespace Journal.Web.Tests.Operations;

/// <summary>Somebody's log holds what this version cannot read: an event of tomorrow, a body that is none, or one that lacks what it must have.</summary>
public sealed class MeetingAnUnreadableEvent(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Tomorrow = "practice_celebrated";

    [Theory]
    [InlineData(Tomorrow, """{"Mood":"great"}""")]
    [InlineData("journal_entry_written", "[]")]
    [InlineData("journal_entry_written", """{"EntryId":"0198a000-0000-7000-8000-00000000000a","Layer":null,"AimId":null,"OccurredAt":"2026-01-05T07:30:00+00:00"}""")]
    [InlineData("journal_entry_written", """{"EntryId":"0198a000-0000-7000-8000-00000000000a","Text":null,"Layer":null,"AimId":null,"OccurredAt":"2026-01-05T07:30:00+00:00"}""")]
    public async Task The_person_goes_on_and_sees_it_in_the_history(string type, string body)
    {
        var me = await journal.NewPersonAsync();
        await me.NewAsync("entries", """{"text":"before"}""");
        await AppendRawAsync(me, type, body);
        var after = await me.NewAsync("entries", """{"text":"after"}""");

        var events = (await me.GetAsync("history")).Succeeds().GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["journal_entry_written", type, "journal_entry_written"], events.Select(e => e.GetProperty("type").GetString()));
        Assert.NotEqual("", events[1].GetProperty("data").GetProperty("unreadable").GetString());
        foreach (var path in new[] { "reports/cycles", "reports/alignment", "reports/diagnosis", "explain/cycles/firm", "entries", $"entries/{after}" })
            Assert.NotEqual(System.Net.HttpStatusCode.InternalServerError, (await me.GetAsync(path)).Status);
        (await me.GetAsync("reports/cycles")).Succeeds();
        Assert.Equal(2, (await me.GetAsync("entries")).Succeeds().GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task The_export_holds_the_rest_and_says_what_is_missing()
    {
        var me = await journal.NewPersonAsync();
        await me.NewAsync("entries", """{"text":"before"}""");
        await AppendRawAsync(me, Tomorrow, "{}");
        using var output = new MemoryStream();
        Assert.Equal((1, 1), await journal.Get<JournalExport>().WriteAsync(me.Person, output, TestContext.Current.CancellationToken));
        Assert.Equal(2, Encoding.UTF8.GetString(output.ToArray()).Count(c => c == '\n'));
    }

    [Fact]
    public async Task Everybody_elses_facts_are_kept_up_behind_it()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await AppendRawAsync(me, Tomorrow, "{}");
        await AppendRawAsync(me, "belief_stated", "17");
        await other.NewAsync("entries", """{"text":"later"}""");
        await journal.Get<Projections>().CatchUpAsync(TestContext.Current.CancellationToken);
        var kept = await Projections.FactsAsync(journal.Get<Marten.IDocumentStore>(), other.Person.Id.ToString("D"), TestContext.Current.CancellationToken);
        Assert.Single(kept);
    }

    private async Task AppendRawAsync(JournalClient me, string type, string body)
    {
        await using var command = journal.Database.DataSource.CreateCommand("""
            with stream as (insert into journal.mt_streams (tenant_id, id, version, timestamp, created, is_archived) values ($1, $2, 1, now(), now(), false))
            insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            values (nextval('journal.mt_events_sequence'), gen_random_uuid(), $2, 1, $4::jsonb, $3, now(), $1, 'Journal.Practices.Celebrated, Journal.Core', false)
            """);
        foreach (var value in new object[] { me.Person.Id.ToString("D"), Guid.CreateVersion7(), type, body })
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
