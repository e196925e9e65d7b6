using Journal.Analysis.ChangePoints;

namespace Journal.Tests.Analysis.Statistics;

public sealed class NumbersInASentence
{
    public static TheoryData<double[], string> Series { get; } = new()
    {
        { [.. Enumerable.Range(0, 60).Select(i => (i < 30 ? 10_000.0 : 12_345) + (i % 7 * 30))], "from 10,0" },
        { [.. Enumerable.Range(0, 60).Select(i => 1e9 + (i >= 30 ? 1 : 0))], "from 1,000,000,000 to 1,000,000,001" },
        { [.. Enumerable.Range(0, 60).Select(i => i >= 30 ? 2e-7 : 1e-7)], "from 0.0000001 to 0.0000002" },
        { [.. Enumerable.Range(0, 60).Select(i => i >= 30 ? 2e18 : 1e18)], "from 1.00 × 10^18 to 2.00 × 10^18" },
    };

    [Theory]
    [MemberData(nameof(Series))]
    public void Are_written_as_a_person_writes_them(double[] values, string shown)
    {
        var change = Assert.Single(ChangePointDetector.Detect(values).Changes);
        Assert.Contains(shown, change.Reason, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]E[+-]?[0-9]", change.Reason);
    }
}
