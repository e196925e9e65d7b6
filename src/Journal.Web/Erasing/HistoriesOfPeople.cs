using System.Data.Common;
using Journal.Commands;
using Journal.Web.Access;
using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using DbCommandBuilder = Weasel.Core.DbCommandBuilder;

namespace Journal.Web.Erasing;

/// <summary>Lets nobody write into the history of a person who is not there, whichever way they write.</summary>
/// <remarks>
/// It is a trigger on streams, which every append touches once. It holds nothing: to lock the person's row until the commit was tried, and took a sixth of the time of an append.
/// Who found the person a moment before they went is waited for by whoever erases.
/// </remarks>
internal sealed class HistoriesOfPeople(StoreOptions options) : FeatureSchemaBase("journal_histories_of_people", options.Advanced.Migrator)
{
    public override Type StorageType => typeof(HistoriesOfPeople);

    public override IEnumerable<Type> DependentTypes() => [typeof(JasperFx.Events.IEvent), typeof(Person)];

    protected override IEnumerable<ISchemaObject> schemaObjects() =>
        [new Trigger(new PostgresqlObjectName(options.Events.DatabaseSchemaName, "mt_streams_of_people", Weasel.Postgresql.SchemaUtils.IdentifierUsage.General))];

    private sealed class Trigger(DbObjectName name) : ISchemaObject
    {
        public DbObjectName Identifier => name;

        // A tenant that is no UUID is somebody else's, who uses the tables beside the journal.
        public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine($$"""
            create or replace function {{name.QualifiedName}}() returns trigger language plpgsql as $$
            begin
                if new.tenant_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
                    perform 1 from {{name.Schema}}.mt_doc_person where id = new.tenant_id::uuid;
                    if not found then
                        raise exception using errcode = '{{Recorder.NoSuchPerson}}', message = 'There is no such person.';
                    end if;
                end if;
                return new;
            end $$;
            create or replace trigger {{name.Name}} before insert or update on {{name.Schema}}.mt_streams
                for each row execute function {{name.QualifiedName}}();
            """);

        public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"drop function if exists {name.QualifiedName}() cascade;");

        public void ConfigureQueryCommand(DbCommandBuilder builder)
        {
            builder.Append("select 1 from pg_trigger where tgrelid = to_regclass(");
            builder.AppendParameter($"{name.Schema}.mt_streams");
            builder.Append(") and tgname = ");
            builder.AppendParameter(name.Name);
            builder.Append(";");
        }

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
            new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

        public IEnumerable<DbObjectName> AllNames() => [name];
    }
}
