using Marten;

namespace Journal.Web.Access;

/// <summary>Who keeps a journal here, and what lets somebody in, as Marten documents that belong to no one person's journal.</summary>
internal static class AccessDocuments
{
    public static void Configure(StoreOptions options)
    {
        options.Schema.For<Person>().SingleTenanted().UniqueIndex(person => person.Handle);
        options.Schema.For<ServerAddress>().SingleTenanted();
        options.Schema.For<CredentialDocument>().SingleTenanted().DocumentAlias("credential").UseOptimisticConcurrency(true)
            .UniqueIndex(credential => credential.Prefix).Index(credential => credential.Person);
        options.Schema.For<AuditRecord>().SingleTenanted().DocumentAlias("audit").Index(act => act.Person);
    }
}
