using Journal.Facts;
using Journal.Recording;
using Journal.Web.Operations;
using Journal.Web.Tests.Http;
using Npgsql;

namespace Journal.Web.Tests.Access;

/// <summary>Two walls, each of which holds without the other: what the database lets a reader see, and what the statements ask for.</summary>
public sealed class WallsBetweenPeople(ServedJournal journal) : IClassFixture<ServedJournal>
{
    [Fact]
    public async Task Hide_every_foreign_row_of_every_table_from_a_statement_that_asks_for_all()
    {
        var (me, other) = await TwoAsync();
        Assert.True(await new PersonWall(journal.Database.DataSource).StandsAsync(Ct));
        var tables = await TablesAsync();
        Assert.Superset(new HashSet<string> { "mt_events", "mt_streams", "mt_doc_writtentext", "mt_doc_rewritten" }, tables.ToHashSet());
        foreach (var table in tables)
        {
            var mine = await SeenAsync(table, Author.TenantOf(me.Person.Id));
            Assert.DoesNotContain(mine, tenant => tenant != Author.TenantOf(me.Person.Id));
            Assert.Empty(await SeenAsync(table, null));
            Assert.Empty(await SeenAsync(table, ""));
        }

        Assert.Equal(3, (await SeenAsync("mt_events", Author.TenantOf(other.Person.Id))).Count);
    }

    [Fact]
    public async Task Let_a_reader_see_nothing_else_and_change_nothing()
    {
        await TwoAsync();
        foreach (var statement in new[]
        {
            "select * from journal.mt_doc_person", "select * from journal.mt_doc_credential", "select * from journal.mt_doc_audit", "select * from journal.wolverine_incoming_envelopes",
            "select * from journal.wolverine_dead_letters", "delete from journal.mt_events", "update journal.mt_events set data = '{}'", "truncate journal.mt_streams",
            "insert into journal.mt_doc_rewritten (id, data) values ('x', '{}')", "alter table journal.mt_events disable row level security",
        })
        {
            await using var connection = await journal.Database.DataSource.OpenConnectionAsync(Ct);
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { PersonWall.Enter(Author.TenantOf(Guid.NewGuid())), new NpgsqlBatchCommand(statement) } };
            var refused = await Assert.ThrowsAsync<PostgresException>(() => batch.ExecuteNonQueryAsync(Ct));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Are_left_behind_with_the_transaction()
    {
        await using var source = new NpgsqlDataSourceBuilder(journal.Database.ConnectionString) { ConnectionStringBuilder = { MaxPoolSize = 1, NoResetOnClose = true } }.Build();
        var events = new PersonEvents(source);
        var (me, other) = await TwoAsync();
        Assert.Equal(3, (await events.ReadAsync(Author.TenantOf(me.Person.Id), null, Ct)).Count);
        Assert.Equal(3, (await events.ReadAsync(Author.TenantOf(other.Person.Id), null, Ct)).Count);
        await using var left = source.CreateCommand("select current_user = session_user and coalesce(current_setting('journal.tenant_id', true), '') = ''");
        Assert.True(await left.ExecuteScalarAsync(Ct) is true);
    }

    [Fact]
    public async Task Hold_with_the_policies_taken_away_and_are_found_missing()
    {
        var (me, other) = await TwoAsync();
        var foreign = (await journal.EventsOfAsync(other))[0];
        await ForAllAsync("alter table journal.{0} disable row level security");
        try
        {
            Assert.Contains(await new StoreCheck(journal.Database.DataSource, "journal").RunAsync(Ct), finding => finding is { Code: "wall.missing", Subject: "mt_events" });
            foreach (var path in new[] { $"entries/{foreign.Stream}", $"{foreign.Stream}", $"{foreign.Stream}/events", $"history/{foreign.Id}" })
                Assert.Equal(404, (int)(await me.GetAsync(path)).Status);
            foreach (var path in new[] { "history", "entries", "history/changes", "exports" })
                Assert.DoesNotContain("words of the other", (await me.GetAsync(path)).Text, StringComparison.Ordinal);
        }
        finally
        {
            await ForAllAsync("alter table journal.{0} enable row level security");
        }

        Assert.DoesNotContain(await new StoreCheck(journal.Database.DataSource, "journal").RunAsync(Ct), finding => finding.Code == "wall.missing");
    }

    private async Task<(JournalClient Me, JournalClient Other)> TwoAsync()
    {
        var (me, other) = (await journal.NewPersonAsync(), await journal.NewPersonAsync());
        for (var i = 0; i < 3; i++)
        {
            await me.NewAsync("entries", """{"text":"words of mine"}""");
            await other.NewAsync("entries", """{"text":"words of the other"}""");
        }

        await journal.Get<Projections>().CatchUpAsync(Ct);
        return (me, other);
    }

    private async Task<List<string>> SeenAsync(string table, string? tenant)
    {
        await using var connection = await journal.Database.DataSource.OpenConnectionAsync(Ct);
        var enter = tenant is null ? new NpgsqlBatchCommand($"select set_config('role', '{PersonWall.Role}', true)") : PersonWall.Enter(tenant);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { enter, new NpgsqlBatchCommand($"select tenant_id from journal.{table}") } };
        await using var row = await batch.ExecuteReaderAsync(Ct);
        await row.NextResultAsync(Ct);
        var seen = new List<string>();
        while (await row.ReadAsync(Ct))
            seen.Add(row.GetString(0));
        return seen;
    }

    private async Task<List<string>> TablesAsync()
    {
        await using var catalogue = journal.Database.DataSource.CreateCommand("select table_name::text from information_schema.columns where table_schema = 'journal' and column_name = 'tenant_id' order by 1");
        await using var row = await catalogue.ExecuteReaderAsync(Ct);
        var tables = new List<string>();
        while (await row.ReadAsync(Ct))
            tables.Add(row.GetString(0));
        return tables;
    }

    private async Task ForAllAsync(string statement)
    {
        foreach (var table in await TablesAsync())
        {
            await using var command = journal.Database.DataSource.CreateCommand(string.Format(System.Globalization.CultureInfo.InvariantCulture, statement, table));
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
