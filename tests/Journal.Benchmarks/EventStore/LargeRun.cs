namespace Journal.Benchmarks.EventStore;

internal static class LargeRun
{
    public static Task<object> RunAsync(BenchServer server, string[] args) => throw new NotSupportedException();
}
