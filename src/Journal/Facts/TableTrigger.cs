using System.Data.Common;
using Weasel.Core;
using Weasel.Postgresql;
using DbCommandBuilder = Weasel.Core.DbCommandBuilder;

namespace Journal.Facts;

/// <summary>A trigger of ours on one of Marten's tables, made where it is missing.</summary>
/// <param name="schema">Where the table is.</param>
/// <param name="name">Of the trigger and of its function.</param>
/// <param name="table">The table.</param>
/// <param name="body">What the function does, between <c>begin</c> and <c>return new</c>.</param>
/// <param name="when">When it is called, from <c>before</c> on; the table and the function follow by themselves.</param>
/// <param name="only">For which rows; null for each.</param>
public sealed class TableTrigger(string schema, string name, string table, string body, string when, string? only = null) : ISchemaObject
{
    public DbObjectName Identifier { get; } = new PostgresqlObjectName(schema, name, SchemaUtils.IdentifierUsage.General);

    public void WriteCreateStatement(Migrator migrator, TextWriter writer) => writer.WriteLine($"""
        create or replace function {Identifier.QualifiedName}() returns trigger language plpgsql as $$ begin {body} return new; end $$;
        create or replace trigger {name} {when} on {schema}.{table} for each row {(only is null ? "" : $"when ({only}) ")}execute function {Identifier.QualifiedName}();
        """);

    public void WriteDropStatement(Migrator rules, TextWriter writer) => writer.WriteLine($"drop function if exists {Identifier.QualifiedName}() cascade;");

    public void ConfigureQueryCommand(DbCommandBuilder builder)
    {
        builder.Append("select 1 from pg_trigger where tgrelid = to_regclass(");
        builder.AppendParameter($"{schema}.{table}");
        builder.Append(") and tgname = ");
        builder.AppendParameter(name);
        builder.Append(";");
    }

    public async Task<ISchemaObjectDelta> CreateDeltaAsync(DbDataReader reader, CancellationToken ct = default) =>
        new SchemaObjectDelta(this, await reader.ReadAsync(ct) ? SchemaPatchDifference.None : SchemaPatchDifference.Create);

    public IEnumerable<DbObjectName> AllNames() => [Identifier];
}
