using Npgsql;

namespace Journal.Web.Operations;

/// <summary>Projections that earlier versions kept and this one does not: their documents hold words, so they go with them.</summary>
internal sealed class RetiredProjections(NpgsqlDataSource db, JournalServerOptions options)
{
    // A document a fact, of which a table was left by each version of it.
    private static readonly (string Name, string Tables)[] All = [("facts", "^mt_doc_factdocument(_[0-9]+)?$")];

    public async Task RemoveAsync(CancellationToken ct)
    {
        foreach (var (name, tables) in All)
        {
            await using var command = db.CreateCommand($"""
                do $$
                declare
                    gone record;
                begin
                    for gone in select relname from pg_class where relnamespace = '"{options.Schema}"'::regnamespace and relkind = 'r' and relname ~ '{tables}' loop
                        execute format('drop table "{options.Schema}".%I', gone.relname);
                    end loop;
                end $$;
                delete from {options.Table("mt_event_progression")} where name like '{name}:%';
                delete from {options.Table("mt_doc_deadletterevent")} where data ->> 'ProjectionName' = '{name}';
                """);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
