namespace Journal.Web.Interchange;

/// <summary>How many events Marten's bulk insert takes at a time.</summary>
internal static class BulkBatch
{
    private const int Usual = 1_000;
    private const int Largest = 10_000;

    // Marten draws the positions of a whole batch for each; those that are left over are a gap, at which its daemon waits for some seconds and then warns.
    public static int Of(int events) => events is > 0 and <= Largest ? events : Usual;
}
