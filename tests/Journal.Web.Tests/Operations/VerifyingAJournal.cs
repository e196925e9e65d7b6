using Journal.Facts;
using Journal.Web.Operations;
using Journal.Web.Tests.Interchange;
using Journal.Web.Tests.Postgres;
using Journal.Web.Tests.Reports;
using Npgsql;

namespace Journal.Web.Tests.Operations;

public sealed class VerifyingAJournal(TestPostgres postgres)
{
    [Fact]
    public async Task Finds_live_rebuilt_and_replayed_alike_and_leaves_nothing_behind()
    {
        await using var journal = await WithHistoryAsync(21);
        var check = await CheckAsync(journal);
        Assert.True(check.Holds);
        var person = Assert.Single(check.People);
        Assert.Equal((person.Live, person.Live), (person.Rebuilt, person.Replayed));
        Assert.NotEmpty(person.Reports);
        Assert.Equal(0L, await AskAsync(journal, "select count(*) from information_schema.tables where table_name like 'mt_doc_%_99'"));
        Assert.Equal(0L, await AskAsync(journal, "select count(*) from journal.mt_event_progression where name like 'checked_%'"));
        Assert.True((await CheckAsync(journal)).Holds);
    }

    [Fact]
    public async Task Finds_stored_words_that_the_events_do_not_hold()
    {
        await using var journal = await WithHistoryAsync(22);
        await RunAsync(journal, "delete from journal.mt_doc_writtentext where id = (select min(id::text)::uuid from journal.mt_doc_writtentext)");
        Assert.Equal(["live.differs"], Codes(await CheckAsync(journal)));
    }

    [Fact]
    public async Task Finds_a_stored_week_that_the_events_do_not_make()
    {
        await using var journal = await WithHistoryAsync(22);
        await RunAsync(journal, "delete from journal.mt_doc_alignmenthistoryweek_1 where id = (select min(id) from journal.mt_doc_alignmenthistoryweek_1)");
        Assert.Equal(["live.differs"], Codes(await CheckAsync(journal)));
    }

    [Fact]
    public async Task Reports_figures_that_another_version_of_the_code_made_until_they_are_accepted()
    {
        await using var journal = await WithHistoryAsync(23);
        Assert.True((await CheckAsync(journal)).Holds);
        await RunAsync(journal, """update journal.mt_doc_verifiedstate set data = jsonb_set(jsonb_set(data, '{CodeVersion}', '"0.0.1"'), '{Reports,cycles}', '"other"')""");
        // More was recorded since: what is held against each other is what both make of the events up to there.
        await OneHistoryReadInSeveralWays.AppendAsync(journal, new Random(5), 30);

        var check = await CheckAsync(journal);
        Assert.Equal(["figures.changed"], Codes(check));
        Assert.Contains("0.0.1", check.People[0].Differences[0].Message, StringComparison.Ordinal);
        Assert.Equal(["figures.changed"], Codes(await CheckAsync(journal)));
        Assert.Equal(["figures.changed"], Codes(await CheckAsync(journal, accept: true)));
        Assert.True((await CheckAsync(journal)).Holds);
    }

    [Fact]
    public async Task Finds_events_that_were_changed_behind_its_back()
    {
        await using var journal = await WithHistoryAsync(24);
        Assert.True((await CheckAsync(journal)).Holds);
        await RunAsync(journal, """
            update journal.mt_events set data = jsonb_set(data, '{Text}', '"Another text"')
            where seq_id in (select seq_id from journal.mt_events where type = 'journal_entry_written' limit 1)
            """);
        var codes = Codes(await CheckAsync(journal));
        Assert.Contains("live.differs", codes);
        Assert.Contains("facts.changed", codes);
    }

    private async Task<OpenJournal> WithHistoryAsync(int seed)
    {
        var journal = await OpenJournal.CreateAsync(postgres, "UTC");
        await OneHistoryReadInSeveralWays.AppendAsync(journal, new Random(seed), 150);
        await journal.CatchUpAsync();
        return journal;
    }

    private static Task<JournalCheck> CheckAsync(OpenJournal journal, bool accept = false) => journal.Get<JournalVerification>().RunAsync(accept, (_, _) => { }, Ct);

    private static IEnumerable<string> Codes(JournalCheck check) => check.People.SelectMany(person => person.Differences).Select(difference => difference.Code);

    private static async Task RunAsync(OpenJournal journal, string sql)
    {
        await using var db = NpgsqlDataSource.Create(journal.ConnectionString);
        await using var command = db.CreateCommand(sql);
        Assert.True(await command.ExecuteNonQueryAsync(Ct) > 0);
    }

    private static async Task<object?> AskAsync(OpenJournal journal, string sql)
    {
        await using var db = NpgsqlDataSource.Create(journal.ConnectionString);
        await using var command = db.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
