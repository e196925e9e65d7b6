using System.Runtime.CompilerServices;

namespace Journal;

/// <summary>A test that takes minutes. It is skipped, with a reason, unless JOURNAL_LONG=1, which <c>ops/test --long</c> sets.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        if (Environment.GetEnvironmentVariable("JOURNAL_LONG") != "1")
            Skip = "Takes minutes: ops/test --long runs it.";
    }
}
