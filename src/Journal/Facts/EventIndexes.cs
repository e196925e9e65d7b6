using System.Data.Common;
using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;
using Weasel.Postgresql;
using DbCommandBuilder = Weasel.Core.DbCommandBuilder;

namespace Journal.Facts;

/// <summary>
/// What the journal needs on Marten's events and Marten does not have: a key to a person's events in log order, a key to an event's id within a person, and a .NET type
/// beside every stored name.
/// </summary>
/// <remarks>Marten's own unique key on event ids spans all people: by it one could probe for another's id, and two people could not import the same file.</remarks>
internal sealed class EventIndexes(StoreOptions options) : FeatureSchemaBase("journal_event_indexes", options.Advanced.Migrator)
{
    public const string BySequence = "mt_events_tenant_seq";
    public const string ById = "mt_events_tenant_id";

    public override Type StorageType => typeof(EventIndexes);

    protected override IEnumerable<ISchemaObject> schemaObjects() =>
    [
        new Index(new PostgresqlObjectName(options.Events.DatabaseSchemaName, BySequence, Weasel.Postgresql.SchemaUtils.IdentifierUsage.General), "create index", "(tenant_id, seq_id)"),
        new Index(new PostgresqlObjectName(options.Events.DatabaseSchemaName, ById, Weasel.Postgresql.SchemaUtils.IdentifierUsage.General), "create unique index", "(tenant_id, id)"),
        // Marten asks for the .NET type of an event whose stored name it does not know, and its daemon stops for everybody where there is none.
        new TableTrigger(options.Events.DatabaseSchemaName, "mt_events_dotnet_type", "mt_events", "new.mt_dotnet_type := new.type;", "before insert", "new.mt_dotnet_type is null"),
    ];

    public override IEnumerable<Type> DependentTypes() => [typeof(JasperFx.Events.IEvent)];

    private sealed class Index(DbObjectName name, string create, string columns) : ISchemaObject
    {
        public DbObjectName Identifier => name;

        public void WriteCreateStatement(Migrator migrator, TextWriter writer) =>
            writer.WriteLine($"{create} if not exists {name.Name} on {name.Schema}.mt_events {columns};");

        public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"drop index if exists {name.QualifiedName};");

        public void ConfigureQueryCommand(DbCommandBuilder builder)
        {
            builder.Append("select to_regclass(");
            builder.AppendParameter(name.QualifiedName);
            builder.Append(")::text;");
        }

        public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default)
        {
            var exists = await reader.ReadAsync(ct) && !await reader.IsDBNullAsync(0, ct);
            return new SchemaObjectDelta(this, exists ? SchemaPatchDifference.None : SchemaPatchDifference.Create);
        }

        public IEnumerable<DbObjectName> AllNames() => [name];
    }
}
