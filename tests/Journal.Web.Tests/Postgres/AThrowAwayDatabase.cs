using Npgsql;

namespace Journal.Web.Tests.Postgres;

public sealed class AThrowAwayDatabase(TestPostgres postgres)
{
    [Fact]
    public async Task A_clone_has_what_its_template_was_given()
    {
        await using var database = await postgres.NewDatabaseAsync("numbers", NumbersAsync);
        Assert.Equal(3L, await ScalarAsync(database, "select count(*) from numbers"));
    }

    [Fact]
    public async Task What_one_test_writes_no_other_sees()
    {
        await using var one = await postgres.NewDatabaseAsync("numbers", NumbersAsync);
        await using var other = await postgres.NewDatabaseAsync("numbers", NumbersAsync);
        await ScalarAsync(one, "delete from numbers");
        Assert.Equal(3L, await ScalarAsync(other, "select count(*) from numbers"));
    }

    [Fact]
    public async Task Its_owner_is_no_superuser()
    {
        await using var database = await postgres.NewDatabaseAsync();
        Assert.Equal(false, await ScalarAsync(database, "select rolsuper from pg_roles where rolname = current_user"));
    }

    [Fact]
    public async Task Disposed_it_is_gone()
    {
        var database = await postgres.NewDatabaseAsync();
        await database.DisposeAsync();
        await using var gone = new NpgsqlConnection(database.ConnectionString + ";Pooling=false");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => gone.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, refused.SqlState);
    }

    private static async Task NumbersAsync(NpgsqlDataSource database, CancellationToken ct)
    {
        await using var create = database.CreateCommand("create table numbers as select n from generate_series(1, 3) n");
        await create.ExecuteNonQueryAsync(ct);
    }

    private static async Task<object?> ScalarAsync(TestDatabase database, string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
