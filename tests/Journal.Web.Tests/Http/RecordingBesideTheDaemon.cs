using Journal.Web.Operations;

namespace Journal.Web.Tests.Http;

/// <summary>The state of a practice is kept by Marten's daemon, which may store a newer one just while the next command reads it.</summary>
public sealed class RecordingBesideTheDaemon(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task A_command_is_decided_on_all_events_also_where_the_state_that_was_read_is_older_than_the_events_that_were_read()
    {
        var me = await journal.NewPersonAsync();
        var (practice, outcome) = (await me.NewPracticeAsync(), Guid.NewGuid());
        await journal.Get<Projections>().CatchUpAsync(Ct);
        var before = await AskAsync("select data::text from journal.mt_doc_practice where id = $1", practice);
        (await me.PostAsync($"practices/{practice}/outcomes", $$"""{"kind":"done","outcomeId":"{{outcome}}"}""")).Succeeds();
        await journal.Get<Projections>().CatchUpAsync(Ct);

        // What the two statements find when the daemon commits between them.
        await AskAsync("update journal.mt_doc_practice set data = $2::jsonb where id = $1 returning mt_version::text", practice, before);
        (await me.PostAsync($"practices/{practice}/outcomes", $$"""{"kind":"done","outcomeId":"{{outcome}}"}""", ("Idempotency-Key", "another"))).IsRefused(409, "outcome.exists");
        (await me.PostAsync($"practices/{practice}/outcomes/{outcome}/retract", "{}")).Succeeds();
    }

    private async Task<string> AskAsync(string sql, params object[] values)
    {
        await using var command = journal.Database.DataSource.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return (string)(await command.ExecuteScalarAsync(Ct))!;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
