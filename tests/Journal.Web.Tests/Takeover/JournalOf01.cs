using System.IO.Compression;
using Journal.Web.Tests.Http;
using Journal.Web.Tests.Postgres;
using Npgsql;

namespace Journal.Web.Tests.Takeover;

/// <summary>A journal that version 0.1 made, served by this one.</summary>
public sealed class JournalOf01(TestPostgres postgres) : IAsyncLifetime
{
    public ServedJournal Served { get; } = new(postgres) { Before = ("journal 0.1", RestoreAsync) };

    public ValueTask InitializeAsync() => Served.InitializeAsync();

    public ValueTask DisposeAsync() => Served.DisposeAsync();

    /// <summary>Fills an empty database with what version 0.1 left.</summary>
    public static async Task RestoreAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", "journal-0.1.sql.gz"));
        using var text = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        await using var restore = db.CreateCommand(await text.ReadToEndAsync(ct));
        restore.CommandTimeout = 300;
        await restore.ExecuteNonQueryAsync(ct);
    }
}
