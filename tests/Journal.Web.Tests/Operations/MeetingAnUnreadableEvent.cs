using System.Text;
using Journal.Web.Interchange;
using Journal.Web.Operations;
using Journal.Web.Search;
using Journal.Web.Tests.Cli;
using Journal.Web.Tests.Http;
using Marten;

namespace Journal.Web.Tests.Operations;

/// <summary>Somebody's log holds what this version cannot read: an event of tomorrow, a body that is none, or one that lacks what it must have.</summary>
public sealed class MeetingAnUnreadableEvent(ServedJournal journal) : IClassFixture<ServedJournal>
{
    private const string Tomorrow = "practice_celebrated";

    [Theory]
    [InlineData(Tomorrow, """{"Mood":"great"}""")]
    [InlineData(Tomorrow, """{"Mood":"great"}""", false)]
    [InlineData("journal_entry_written", "[]")]
    [InlineData("journal_entry_written", """{"EntryId":"0198a000-0000-7000-8000-00000000000a","Layer":null,"AimId":null,"OccurredAt":"2026-01-05T07:30:00+00:00"}""")]
    [InlineData("journal_entry_written", """{"EntryId":"0198a000-0000-7000-8000-00000000000a","Text":null,"Layer":null,"AimId":null,"OccurredAt":"2026-01-05T07:30:00+00:00"}""")]
    public async Task The_person_goes_on_and_sees_it_in_the_history_and_on_reports(string type, string body, bool typed = true)
    {
        var me = await journal.NewPersonAsync();
        await me.NewAsync("entries", """{"text":"before"}""");
        await AppendRawAsync(me, type, body, typed);
        var after = await me.NewAsync("entries", """{"text":"after"}""");

        var history = (await me.GetAsync("history")).Succeeds();
        Assert.Equal(1, history.GetProperty("unreadable").GetInt32());
        var events = history.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(["journal_entry_written", type, "journal_entry_written"], events.Select(e => e.GetProperty("type").GetString()));
        Assert.NotEqual("", events[1].GetProperty("data").GetProperty("unreadable").GetString());
        foreach (var path in new[] { "reports/cycles", "reports/alignment", "reports/diagnosis", "explain/cycles/firm", "entries", $"entries/{after}" })
            Assert.NotEqual(System.Net.HttpStatusCode.InternalServerError, (await me.GetAsync(path)).Status);
        Assert.Equal(1, (await me.GetAsync("reports/cycles")).Succeeds().GetProperty("origin").GetProperty("unreadable").GetInt32());
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
    public async Task Everybody_elses_words_are_kept_up_behind_it()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        await AppendRawAsync(me, Tomorrow, "{}");
        await AppendRawAsync(me, Tomorrow, "{}", typed: false);
        await AppendRawAsync(me, "belief_stated", "17");
        await other.NewAsync("entries", """{"text":"later"}""");
        await journal.Get<Projections>().CatchUpAsync(TestContext.Current.CancellationToken);
        await using var session = journal.Get<Marten.IDocumentStore>().QuerySession(other.Person.Id.ToString("D"));
        Assert.Equal("later", Assert.Single(await session.Query<WrittenText>().ToListAsync(TestContext.Current.CancellationToken)).Text);
    }

    [Fact]
    public async Task Nobody_who_can_read_everything_is_told_of_it()
    {
        var me = await journal.NewPersonAsync();
        await me.NewAsync("entries", """{"text":"readable"}""");
        Assert.False((await me.GetAsync("history")).Succeeds().TryGetProperty("unreadable", out _));
        Assert.False((await me.GetAsync("reports/cycles")).Succeeds().GetProperty("origin").TryGetProperty("unreadable", out _));
    }

    [Fact]
    public async Task Health_names_projection_person_and_position_the_log_says_it_once_and_it_is_over_when_the_event_is_gone()
    {
        var me = await journal.NewPersonAsync();
        var position = await AppendRawAsync(me, Tomorrow, """{"Mood":"secret"}""", typed: false);
        await journal.Get<Projections>().CatchUpAsync(Ct);
        var ready = (await me.GetAsync("/health/ready")).Succeeds();
        Assert.Equal("degraded", ready.GetProperty("status").GetString());
        Assert.Contains(
            ("alignment", $"{me.Person.Id}", position),
            ready.GetProperty("leftOut").EnumerateArray().Select(one => (one.GetProperty("projection").GetString(), one.GetProperty("person").GetString(), one.GetProperty("position").GetInt64())));
        await me.NewAsync("entries", """{"text":"more"}""");
        await journal.Get<Projections>().RebuildAsync(null, Ct);
        Assert.Single(journal.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains($"position {position} ", StringComparison.Ordinal));
        Assert.DoesNotContain(journal.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal));

        var listed = await InThisProcess.RunAsync(journal.Database.ConnectionString, "projections", "list", "--json");
        Assert.Contains(position, listed.Json.GetProperty("leftOut").EnumerateArray().Select(one => one.GetProperty("position").GetInt64()));
        await using (var remove = journal.Database.DataSource.CreateCommand("delete from journal.mt_events where seq_id = $1"))
        {
            remove.Parameters.Add(new() { Value = position });
            await remove.ExecuteNonQueryAsync(Ct);
        }

        var replayed = await InThisProcess.RunAsync(journal.Database.ConnectionString, "projections", "replay-dead-letters", "--json");
        Assert.True(replayed.ExitCode == 0, replayed.Messages);
        Assert.True(replayed.Json.GetProperty("tried").GetInt32() > 0);
        Assert.DoesNotContain(position, (await journal.Get<Projections>().LeftOutAsync(100, Ct)).Select(left => left.Position));
        await me.NewAsync("entries", """{"text":"and more"}""");
        await journal.Get<Projections>().CatchUpAsync(Ct);
        Assert.False((await me.GetAsync("reports/cycles")).Succeeds().GetProperty("origin").TryGetProperty("unreadable", out _));
    }

    private async Task<long> AppendRawAsync(JournalClient me, string type, string body, bool typed = true)
    {
        await using var command = journal.Database.DataSource.CreateCommand("""
            with stream as (insert into journal.mt_streams (tenant_id, id, version, timestamp, created, is_archived) values ($1, $2, 1, now(), now(), false))
            insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            values (nextval('journal.mt_events_sequence'), gen_random_uuid(), $2, 1, $4::jsonb, $3, now(), $1, $5, false) returning seq_id
            """);
        foreach (var value in new object[] { me.Person.Id.ToString("D"), Guid.CreateVersion7(), type, body })
            command.Parameters.Add(new() { Value = value });
        command.Parameters.Add(new() { Value = typed ? "Journal.Practices.Celebrated, Journal.Core" : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Varchar });
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
