using Npgsql;

namespace Journal.Web.Tests.Postgres;

/// <summary>A database of one test, owned by the account that <see cref="ConnectionString"/> uses, which is no superuser. Disposed, it is dropped.</summary>
public sealed class TestDatabase(string connectionString, string superuserConnectionString, Func<string, Task> drop) : IAsyncDisposable
{
    public string Name { get; } = new NpgsqlConnectionStringBuilder(connectionString).Database!;

    public string ConnectionString => connectionString;

    /// <summary>The same database as the superuser, for roles and settings.</summary>
    public string SuperuserConnectionString => superuserConnectionString;

    public NpgsqlDataSource DataSource { get; } = NpgsqlDataSource.Create(connectionString);

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await drop(Name);
    }
}
