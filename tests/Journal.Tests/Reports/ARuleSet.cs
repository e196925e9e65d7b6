using Journal.Reports;
using Journal.Reports.Contradictions;
using Journal.Reports.Cycles;

namespace Journal.Tests.Reports;

public sealed class ARuleSet
{
    [Fact]
    public void The_default_has_the_plain_version() => Assert.Equal("1", RuleSet.Default.Version);

    [Fact]
    public void A_changed_rule_shows_in_the_version()
    {
        var (set, _) = RuleSet.Default.With("DROP", 0.5);
        Assert.Equal("1 drop=0.5", set!.Version);
        Assert.Equal(0.5, set[CycleRules.Drop]);
    }

    [Fact]
    public void Setting_a_rule_to_its_default_changes_nothing() => Assert.Equal("1", RuleSet.Default.With("drop", 0.3).Set!.Version);

    [Theory]
    [InlineData("drop", double.NaN)]
    [InlineData("drop", 1.01)]
    [InlineData("drop", -0.01)]
    [InlineData("progressWeeks", 0)]
    [InlineData("progressWeeks", 1.5)]
    [InlineData("observedDays", 8)]
    public void A_value_out_of_range_is_refused(string name, double value) => Assert.Equal("rules.range", RuleSet.Default.With(name, value).Refusal?.Code);

    [Fact]
    public void An_unknown_rule_is_refused() => Assert.Equal("rules.unknown", RuleSet.Default.With("luck", 1).Refusal?.Code);

    [Fact]
    public void Every_rule_can_be_set_by_its_name() =>
        Assert.All(Rules.All, rule => Assert.Equal("1", RuleSet.Default.With(rule.Name, rule.Default).Set?.Version));

    [Fact]
    public void Eighty_two_rules_each_have_a_name_of_their_own()
    {
        Assert.Equal(82, Rules.All.Count);
        Assert.Distinct(Rules.All.Select(rule => rule.Name));
    }

    [Fact]
    public void A_report_echoes_the_rules_it_read_and_no_others()
    {
        var origin = new FactBook().Read(ContradictionsReport.Kind, to: 6).Origin;
        Assert.Empty(origin.Rules);
        var book = new FactBook();
        book.Days(book.Practice(), "xxxxxxxxxxxxxxooooooooooooooxxxxxxxxxxxxxx");
        Assert.Equal(["chanceWeeks", "drop", "fewest", "observedDays", "peakWeeks", "progress", "progressWeeks", "recovery", "recoveryWeeks", "regressionWeeks"], book.Read(CyclesReport.Kind, to: 41).Origin.Rules.Keys);
    }

    [Fact]
    public void The_echo_is_the_same_whatever_was_asked_before()
    {
        var book = new FactBook();
        book.Days(book.Practice(), "xxxxxxxoooooooxxxxxxx");
        var first = book.Read(CyclesReport.Kind, to: 20).Origin.Rules;
        Assert.All(AllReports.Kinds, kind => book.Read(kind, to: 20));
        Assert.Equal(first, book.Read(CyclesReport.Kind, to: 20).Origin.Rules);
    }
}
