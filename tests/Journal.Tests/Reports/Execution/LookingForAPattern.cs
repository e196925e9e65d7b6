using Journal.Analysis.Patterns;
using Journal.Reports;
using Journal.Reports.Execution;

namespace Journal.Tests.Reports.Execution;

public sealed class LookingForAPattern
{
    private readonly FactBook book = new();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [Trait("capability", "C100")]
    public void Shuffled_days_show_no_pattern(int seed)
    {
        var days = Enumerable.Range(0, 84).Select(day => day % 3 == 0 ? 'o' : 'x').ToArray();
        new Random(seed).Shuffle(days);
        var finding = Read(new string(days)).Finding("pattern");
        Assert.Equal(FindingState.NotFound, finding.State);
        Assert.Contains("no pattern in 84 days", finding.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("capability", "C100")]
    public void Misses_on_every_Sunday_are_found_by_weekday() =>
        Assert.Contains("Sundays differ", Read(string.Concat(Enumerable.Repeat("xxxxxxo", 8))).Finding("pattern").Sentence, StringComparison.Ordinal);

    [Fact]
    [Trait("capability", "C100")]
    public void Long_stretches_are_found_by_their_runs() =>
        Assert.Contains("come in stretches (2 runs where chance gives 29)", Read(new string('x', 28) + new string('o', 28)).Finding("pattern").Sentence, StringComparison.Ordinal);

    [Fact]
    [Trait("capability", "C100")]
    public void Excused_and_unknown_days_are_no_misses_so_that_too_few_days_are_left() =>
        Assert.Equal(FindingState.Insufficient, Read(string.Concat(Enumerable.Repeat("xo.s.s.", 8))).State("pattern"));

    [Fact]
    [Trait("capability", "C100")]
    public void The_weekdays_of_a_weekly_practice_are_its_plan_and_no_pattern()
    {
        book.Days(book.Practice(times: 2, days: 7), string.Concat(Enumerable.Repeat("x..x..o" + "x..o..x" + "o..x..x", 6)));
        Assert.DoesNotContain("differ", book.Read(ExecutionReport.Kind, to: 125).Finding("pattern").Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, 1, 1, 3, 34.0 / 70)]
    [InlineData(4, 0, 0, 4, 2.0 / 70)]
    [InlineData(0, 0, 3, 2, 1.0)]
    [InlineData(2, 2, 2, 2, 1.0)]
    public void The_exact_test_is_as_worked_by_hand(int hits, int misses, int otherHits, int otherMisses, double expected) =>
        Assert.Equal(expected, FisherExact.TwoSided(hits, misses, otherHits, otherMisses), 12);

    private Report Read(string days)
    {
        book.Days(book.Practice(), days);
        return book.Read(ExecutionReport.Kind, to: days.Length - 1);
    }
}
