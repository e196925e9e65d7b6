using Journal.Web.Tests.Postgres;

namespace Journal.Web.Tests.Operations;

public sealed class AProjectionThatIsKeptNoMore(TestPostgres postgres)
{
    [Fact]
    public async Task Leaves_no_table_no_progress_and_no_dead_letter()
    {
        await using var database = await postgres.NewJournalDatabaseAsync();
        await RunAsync(database, """
            create table journal.mt_doc_factdocument_3 (tenant_id varchar, id uuid, data jsonb);
            create table journal.mt_doc_factdocument_4 (tenant_id varchar, id uuid, data jsonb);
            create table journal.mt_doc_factdocument_of_mine (id uuid);
            insert into journal.mt_event_progression (name, last_seq_id) values ('facts:V4:All', 17), ('words:All', 0) on conflict do nothing;
            insert into journal.mt_doc_deadletterevent (id, data) values (gen_random_uuid(), '{"ProjectionName": "facts"}'), (gen_random_uuid(), '{"ProjectionName": "words"}');
            comment on schema journal is 'an earlier build';
            """);

        using (await JournalHost.OpenAsync(database.ConnectionString, Ct))
        {
            Assert.Equal("mt_doc_factdocument_of_mine", await AskAsync(database, "select string_agg(relname, ' ') from pg_class where relname like '%factdocument%' and relkind = 'r'"));
            Assert.Equal(0L, await AskAsync(database, "select count(*) from journal.mt_event_progression where name like 'facts:%'"));
            Assert.Equal("words", await AskAsync(database, "select string_agg(data ->> 'ProjectionName', ' ') from journal.mt_doc_deadletterevent"));
        }
    }

    private static async Task RunAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private static async Task<object?> AskAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
