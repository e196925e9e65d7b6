using Npgsql;

namespace Journal.Web.Tests.Store;

/// <summary>A writer of another program, that has drawn a number of the log and written nothing yet.</summary>
internal sealed class HeldDraw : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private HeldDraw(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, Transaction) = (connection, transaction);

    public NpgsqlTransaction Transaction { get; }

    public long Number { get; private set; }

    public static async Task<HeldDraw> OpenAsync(string connectionString, string draw = "select nextval('journal.mt_events_sequence')")
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Ct);
        var held = new HeldDraw(connection, await connection.BeginTransactionAsync(Ct));
        await held.ExecuteAsync(draw);
        held.Number = (long)(await held.ExecuteAsync("select currval('journal.mt_events_sequence')"))!;
        return held;
    }

    /// <summary>Writes an entry of a person under the number.</summary>
    public Task InsertAsync(string tenant)
    {
        var entry = Guid.CreateVersion7();
        return ExecuteAsync($$"""
            insert into journal.mt_streams (tenant_id, id, version, timestamp, created, is_archived) values ('{{tenant}}', '{{entry}}', 1, now(), now(), false);
            insert into journal.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            values ({{Number}}, gen_random_uuid(), '{{entry}}', 1, '{"EntryId":"{{entry}}","Text":"late","Layer":null,"AimId":null,"OccurredAt":"2026-01-05T07:30:00+00:00"}',
                'journal_entry_written', now(), '{{tenant}}', 'Journal.Entries.JournalEntryWritten, Journal.Core', false)
            """);
    }

    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Ct);
    }

    public async ValueTask DisposeAsync() => await connection.DisposeAsync();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;
}
