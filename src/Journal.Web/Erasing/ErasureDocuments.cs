using Marten;

namespace Journal.Web.Erasing;

/// <summary>What is kept of erasures, and what keeps the erased from coming back.</summary>
internal static class ErasureDocuments
{
    public static void Configure(StoreOptions options)
    {
        options.Schema.For<ErasureRequest>().SingleTenanted();
        options.Schema.For<Erasure>().SingleTenanted();
        options.Schema.For<ErasedSpace>().SingleTenanted();
        options.Storage.Add(new HistoriesOfPeople(options));
    }
}
