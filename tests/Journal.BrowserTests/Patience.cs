namespace Journal.BrowserTests;

/// <summary>Waits for what comes about by itself.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var begun = TimeProvider.System.GetTimestamp(); !await isSo();)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Longest, "It does not come about.");
            await Task.Delay(200);
        }
    }
}
