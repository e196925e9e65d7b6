using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Cycles;

namespace Journal.Tests.Reports.Cycles;

/// <summary>The weekly rules on every order of the same weeks, counted by hand, and what a report says of it.</summary>
public sealed class CyclesBesideChance
{
    private static readonly CycleLimits Limits = CycleLimits.Of(RuleSet.Default);

    [Theory]
    [InlineData("1100", 1, 6)]
    [InlineData("11100", 2, 10)]
    [InlineData("11110000", 36, 70)]
    public void So_many_orders_of_the_weeks_have_a_cycle(string weeks, int expected, int orders)
    {
        var all = Orders(weeks).ToList();
        Assert.Equal(orders, all.Count);
        Assert.Equal(expected, all.Count(order => Extent(order).Count > 0));
    }

    [Fact]
    public void Four_good_weeks_and_four_bad_have_half_a_regression_on_average() =>
        Assert.Equal(0.5286, Orders("11110000").Average(order => Extent(order).Count), 4);

    [Fact]
    public void The_area_is_how_far_the_weeks_of_regression_lie_below_the_peak_together() => Assert.Equal(new CycleExtent(1, 3, 2.5), CycleExtent.Of([1, 1, 0, 0, 0.5, 0.7, 0.7], Limits, null));

    [Fact]
    public void Weeks_that_alternate_in_blocks_are_more_regressions_than_chance_gives()
    {
        var chance = Read("1111000011110000111100001111000011110000").Practices[0].Chance!;
        Assert.Equal((40, 5), (chance.Weeks, chance.Regressions));
        Assert.InRange(chance.Expected, 2, 5);
        Assert.StartsWith("5 regressions in 40 known weeks; the same weeks in random order give ", chance.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_record_gives_the_same_probability_again() =>
        Assert.Equal(Read("1101001101011010010111010011").Practices[0].Chance, Read("1101001101011010010111010011").Practices[0].Chance);

    [Fact]
    public void One_fall_for_good_is_nothing_unusual_since_any_order_that_begins_well_falls_as_far()
    {
        var report = Read(new string('1', 26) + new string('0', 26));
        Assert.Equal(FindingState.NotFound, report.Findings.Single(finding => finding.Name == "chance").State);
        Assert.InRange(report.Practices[0].Chance!.Probability, 0.2, 1);
    }

    [Fact]
    public void Fewer_than_twenty_known_weeks_are_not_compared()
    {
        var report = Read("1111000011110000111");
        Assert.Null(report.Practices[0].Chance);
        Assert.Contains("at least 20 known weeks", report.Findings.Single(finding => finding.Name == "chance").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Weeks_without_any_low_one_say_nothing()
    {
        var chance = Read(new string('1', 30)).Practices[0].Chance!;
        Assert.Equal("No regression in 30 known weeks; the same weeks have none in hardly any order, so that says nothing.", chance.Sentence);
    }

    [Fact]
    public void A_probability_is_looked_at_beside_all_others_of_the_report()
    {
        var report = Read(new string('1', 26) + new string('0', 26));
        Assert.Equal(("chance", report.Practices[0].Chance!.Probability, false), (Assert.Single(report.Asked.Tests).Name, report.Asked.Tests[0].Probability, report.Asked.Tests[0].Holds));
        Assert.Contains("rules are not tests", report.Asked.Sentence, StringComparison.Ordinal);
    }

    private static CycleExtent Extent(double[] order) => CycleExtent.Of(order, Limits, null);

    private static IEnumerable<double[]> Orders(string weeks) =>
        Enumerable.Range(0, 1 << weeks.Length).Where(bits => int.PopCount(bits) == weeks.Count(week => week == '1'))
            .Select(bits => Enumerable.Range(0, weeks.Length).Select(i => (double)((bits >> i) & 1)).ToArray());

    private static CyclesReport Read(string weeks)
    {
        var book = new FactBook();
        book.Days(book.Practice(silence: Silence.Unknown), string.Concat(weeks.Select(week => new string(week == '1' ? 'x' : 'o', 7))));
        return (CyclesReport)book.Read(CyclesReport.Kind, (7 * weeks.Length) - 1);
    }
}
