using Journal.Reports.Rules;

namespace Journal.Tests.Reports.Rules;

public sealed class ARuleSet
{
    [Fact]
    public void The_default_has_the_plain_version() => Assert.Equal("1", RuleSet.Default.Version);

    [Fact]
    public void A_changed_rule_shows_in_the_version()
    {
        var (set, _) = RuleSet.Default.With("DROP", 0.5);
        Assert.Equal("1 drop=0.5", set!.Version);
        Assert.Equal(0.5, set.Drop);
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
        Assert.All(RuleSet.Default.Values(), rule => Assert.Equal("1", RuleSet.Default.With(rule.Key, rule.Value).Set?.Version));
}
