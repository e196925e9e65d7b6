using System.Security.Cryptography;
using Npgsql;

namespace Journal.Web.Tests.Postgres;

/// <summary>The server behind <see cref="TestPostgres"/>. What this run makes on it bears a name of this run, and goes with it.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly string _run = $"test_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
    private readonly string _password = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
    private readonly TestServerPlace _place;
    private readonly NpgsqlDataSource _admin;
    private int _databases;

    private TestServer(TestServerPlace place) => (_place, _admin) = (place, NpgsqlDataSource.Create(place.Superuser));

    public static async Task<TestServer> StartAsync()
    {
        var server = new TestServer(await TestServerPlace.ChooseAsync());
        await server.RunAsync($"create role {server._run} login password '{server._password}'");
        await server.RunAsync($"""
            do $$ begin create role journal_person nologin; exception when duplicate_object or unique_violation then null; end $$;
            grant journal_person to {server._run};
            """);
        await using var version = server._admin.CreateCommand("show server_version");
        await Console.Error.WriteLineAsync($"The tests' databases: PostgreSQL {await version.ExecuteScalarAsync()}, {server._place.Name}");
        return server;
    }

    /// <summary>An empty database.</summary>
    public Task<TestDatabase> CreateDatabaseAsync() => CreateDatabaseAsync("template template0 encoding 'UTF8' locale 'C'");

    public Task<TestDatabase> CloneDatabaseAsync(string original) => CreateDatabaseAsync($"template {original}");

    public async ValueTask DisposeAsync()
    {
        // Templates are left to the end of the run.
        for (var number = 1; number <= _databases; number++)
            await DropAsync(Database(number));
        await RunAsync($"drop role {_run}");
        await _admin.DisposeAsync();
        await _place.DisposeAsync();
    }

    private async Task<TestDatabase> CreateDatabaseAsync(string like)
    {
        var name = Database(Interlocked.Increment(ref _databases));
        await RunAsync($"create database {name} owner {_run} {like}");
        var superuser = new NpgsqlConnectionStringBuilder(_place.Superuser) { Database = name };
        var owner = new NpgsqlConnectionStringBuilder(superuser.ConnectionString) { Username = _run, Password = _password };
        return new(owner.ConnectionString, superuser.ConnectionString, DropAsync);
    }

    private string Database(int number) => $"{_run}_{number}";

    private Task DropAsync(string name) => RunAsync($"drop database if exists {name} with (force)");

    private async Task RunAsync(string statement)
    {
        await using var command = _admin.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
