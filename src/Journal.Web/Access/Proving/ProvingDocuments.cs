using Marten;

namespace Journal.Web.Access.Proving;

/// <summary>What people show who they are with, as Marten documents that belong to no one person's journal.</summary>
internal static class ProvingDocuments
{
    public static void Configure(StoreOptions options)
    {
        options.Schema.For<Password>().SingleTenanted().DocumentAlias("password");
        options.Schema.For<RecoveryCode>().SingleTenanted().DocumentAlias("recovery_code").UseOptimisticConcurrency(true).Index(code => code.Person);
        options.Schema.For<Passkey>().SingleTenanted().DocumentAlias("passkey").UseOptimisticConcurrency(true).Index(passkey => passkey.Person);
        options.Schema.For<PasskeyChallenge>().SingleTenanted().DocumentAlias("passkey_challenge").UseOptimisticConcurrency(true);
        options.Schema.For<LinkedIdentity>().SingleTenanted().DocumentAlias("identity").UseOptimisticConcurrency(true).Index(identity => identity.Person);
        options.Schema.For<ProvenIdentity>().SingleTenanted().DocumentAlias("identity_proven").UseOptimisticConcurrency(true);
        options.Schema.For<Invitation>().SingleTenanted().DocumentAlias("invitation").UseOptimisticConcurrency(true);
    }
}
