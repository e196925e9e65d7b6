using Npgsql;

namespace Journal.Facts;

/// <summary>The database's own wall between people: whoever reads a person's record does so as a role that sees that person's rows and nobody else's, whatever the statement says.</summary>
/// <remarks>
/// The owner of the tables, who writes, imports, migrates, backs up and keeps the projections, is not held by it: PostgreSQL takes no COPY into a table that holds its owner, and
/// uses no index for words where a policy has to be asked first. So the record is read as <see cref="Role"/>, which may read these tables and nothing else. Both are set for the
/// transaction alone, so that a pool between here and the server hands nothing on.
/// </remarks>
public sealed class PersonWall(NpgsqlDataSource db, string schema = JournalStore.Schema)
{
    /// <summary>Who reads.</summary>
    public const string Role = "journal_person";

    private const string Setting = "journal.tenant_id";

    private bool? stands;

    /// <summary>Puts up what is missing: a policy for every table with rows of people, and the role's right to read them. Nothing where there is no such role, and none may be made.</summary>
    public async Task RaiseAsync(CancellationToken ct)
    {
        await using var raise = db.CreateCommand($$"""
            do $$
            declare
                one record;
            begin
                -- One at a time: two who grant the same at once are an error of PostgreSQL's.
                perform pg_advisory_xact_lock(hashtext('{{Role}}'));
                if not exists (select 1 from pg_roles where rolname = '{{Role}}') and (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) then
                    begin
                        create role {{Role}} nologin;
                    exception when duplicate_object or unique_violation then null;
                    end;
                end if;
                begin
                    execute format('grant {{Role}} to %I', current_user);
                exception
                    when undefined_object then return;
                    when insufficient_privilege then
                        if not exists (select 1 from pg_roles r where r.rolname = '{{Role}}' and pg_has_role(r.oid, 'member')) then
                            return;
                        end if;
                end;
                grant usage on schema "{{schema}}" to {{Role}};
                grant select on "{{schema}}".mt_event_progression to {{Role}};
                for one in
                    select c.oid, c.relname, c.relrowsecurity as secured, exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'person') as walled
                    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                    where c.relnamespace = '"{{schema}}"'::regnamespace and c.relkind in ('r', 'p')
                loop
                    if not one.walled then
                        execute format('create policy person on "{{schema}}".%I using (tenant_id = (select current_setting(''{{Setting}}'', true)))', one.relname);
                    end if;
                    if not one.secured then
                        execute format('alter table "{{schema}}".%I enable row level security', one.relname);
                    end if;
                    execute format('grant select on "{{schema}}".%I to {{Role}}', one.relname);
                end loop;
            end $$
            """);
        await raise.ExecuteNonQueryAsync(ct);
        stands = null;
    }

    /// <summary>Whether it stands, and this account may read as the role.</summary>
    public async Task<bool> StandsAsync(CancellationToken ct)
    {
        if (stands is not { } known)
        {
            stands = known = await TryAsync(ct);
        }

        return known;
    }

    // Whether an account may become a role is answered otherwise by each version of PostgreSQL; becoming it is not.
    private async Task<bool> TryAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Enter(""),
                new($"""
                    select to_regclass('{schema}.mt_events') is not null and has_table_privilege(to_regclass('{schema}.mt_events'), 'select')
                        and exists (select 1 from pg_policy where polrelid = to_regclass('{schema}.mt_events') and polname = 'person')
                    """),
            },
        };
        try
        {
            await using var row = await batch.ExecuteReaderAsync(ct);
            await row.NextResultAsync(ct);
            return await row.ReadAsync(ct) && row.GetBoolean(0);
        }
        catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.InvalidParameterValue or PostgresErrorCodes.UndefinedObject)
        {
            return false;
        }
    }

    /// <summary>What has to run first in a transaction that reads a person's record.</summary>
    internal static NpgsqlBatchCommand Enter(string tenant) => new($"select set_config('{Setting}', $1, true), set_config('role', '{Role}', true)")
    {
        Parameters = { new NpgsqlParameter<string> { TypedValue = tenant } },
    };
}
