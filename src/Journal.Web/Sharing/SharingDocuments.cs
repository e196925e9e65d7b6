using Marten;

namespace Journal.Web.Sharing;

internal static class SharingDocuments
{
    public static void Configure(StoreOptions options)
    {
        options.Schema.For<Grant>().SingleTenanted().Index(grant => grant.Giver).Index(grant => grant.Coach);
        options.Schema.For<CoachLook>().SingleTenanted().Index(look => look.Person);
        // Of the tenant that it was written to. Who wrote it has a column: whoever erases them finds it by that.
        options.Schema.For<Comment>().Duplicate(comment => comment.Author).Index(comment => comment.At).Index(comment => comment.Grant);
    }
}
