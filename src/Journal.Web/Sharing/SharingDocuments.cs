using Marten;

namespace Journal.Web.Sharing;

internal static class SharingDocuments
{
    public static void Configure(StoreOptions options)
    {
        options.Schema.For<Grant>().SingleTenanted().Index(grant => grant.Giver).Index(grant => grant.Coach);
        options.Schema.For<CoachLook>().SingleTenanted().Index(look => look.Person);
    }
}
