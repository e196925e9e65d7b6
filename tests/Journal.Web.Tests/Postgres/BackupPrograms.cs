using Journal.Postgres;

namespace Journal.Web.Tests.Postgres;

/// <summary>pg_dump and pg_restore, which some ways to get a server leave out.</summary>
internal static class BackupPrograms
{
    /// <summary>Skips the test where those that are here are older than the server.</summary>
    public static async Task NeededAsync(TestDatabase database)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync(TestContext.Current.CancellationToken);
        try
        {
            await PostgresDump.WriteAsync(database.ConnectionString, connection.PostgreSqlVersion.Major, "journal", "of no transaction", Path.GetTempPath(), TestContext.Current.CancellationToken);
        }
        catch (PostgresClusterException outcome)
        {
            Assert.SkipWhen(outcome.Code == "backup.tool", outcome.Message);
        }
    }
}
