using Journal.Commands;
using Journal.Facts;
using Journal.Web.Access;
using Marten;
using Weasel.Core;
using Weasel.Core.Migrations;

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

    protected override IEnumerable<ISchemaObject> schemaObjects() => [new TableTrigger(Schema, "mt_streams_of_people", "mt_streams", Body, "before insert or update")];

    private string Schema => options.Events.DatabaseSchemaName;

    // A tenant that is no UUID is somebody else's, who uses the tables beside the journal.
    private string Body => $$"""
        if new.tenant_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
            perform 1 from {{Schema}}.mt_doc_person where id = new.tenant_id::uuid;
            if not found then
                raise exception using errcode = '{{Recorder.NoSuchPerson}}', message = 'There is no such person.';
            end if;
        end if;
        """;
}
