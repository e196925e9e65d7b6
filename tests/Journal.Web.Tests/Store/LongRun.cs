namespace Journal.Web.Tests.Store;

/// <summary>How often the tests that kill things do so.</summary>
internal static class LongRun
{
    /// <summary>True when the environment says JOURNAL_LONG=1.</summary>
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("JOURNAL_LONG") == "1";

    public static int Rounds => IsOn ? 100 : 10;

    public static void Only() => Assert.SkipUnless(IsOn, "Takes long: set JOURNAL_LONG=1.");
}
