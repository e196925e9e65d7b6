using Journal.Reports;
using Journal.Reports.Cycles;
using Journal.Reports.Weeks;

namespace Journal.Tests.Reports.Cycles;

/// <summary>Worked by hand on short series of weekly adherence; NaN is a week that is not known.</summary>
public sealed class WeeksOfAPractice
{
    private static readonly IsoWeek First = IsoWeek.Of(new DateOnly(2025, 1, 6));

    [Fact]
    public void No_weeks_have_no_cycle() => AssertFound([], null, Of());

    [Fact]
    public void Low_weeks_alone_have_no_cycle() => AssertFound([], null, Of(0.1, 0.2, 0.1, 0.3));

    [Fact]
    public void One_good_week_is_no_progress() => Assert.Null(Of(0.2, 0.9, 0.2, 0.2).Open);

    [Fact]
    public void Two_good_weeks_are_open_progress() => Assert.Equal("1+2 peak 0.75", Of(0.2, 0.7, 0.8).Open);

    [Fact]
    [Trait("capability", "C96")]
    public void One_bad_week_is_a_lapse() => AssertFound([], "0+5 peak 1", Of(1, 1, 0, 1, 1));

    [Fact]
    public void Two_bad_weeks_are_a_regression() => Assert.Equal(["0 peak 1@0 fall 2 for 2 trough 0 open"], Of(1, 1, 0.1, 0).Cycles);

    [Fact]
    [Trait("capability", "C96")]
    public void Two_good_weeks_after_it_are_its_recovery_and_new_progress() =>
        AssertFound(["0 peak 1@0 fall 2 for 3 trough 0 recovered 5"], "5+2 peak 0.75", Of(1, 1, 0, 0, 0.5, 0.7, 0.8));

    [Fact]
    public void One_good_week_is_no_recovery() =>
        Assert.Equal(["0 peak 1@0 fall 2 for 5 trough 0 open"], Of(1, 1, 0, 0, 0.9, 0.1, 0.1).Cycles);

    [Fact]
    public void From_a_high_peak_the_same_level_is_first_a_regression_and_then_its_recovery() =>
        AssertFound(["0 peak 1@0 fall 2 for 2 trough 0.65 recovered 4"], "4+2 peak 0.65", Of(1, 1, 0.65, 0.65, 0.65, 0.65));

    [Fact]
    public void A_fall_is_measured_from_the_best_two_weeks() =>
        Assert.Equal(["0 peak 0.9@2 fall 4 for 2 trough 0.6 open"], Of(0.6, 0.7, 0.9, 0.9, 0.6, 0.6).Cycles);

    [Fact]
    public void A_week_just_above_the_drop_is_no_regression() => Assert.Empty(Of(0.9, 0.9, 0.61, 0.61).Cycles);

    [Fact]
    public void A_slow_fade_is_a_regression_once_it_lies_far_enough_below_the_peak() =>
        Assert.Equal(["0 peak 0.8@0 fall 4 for 2 trough 0.4 open"], Of(0.8, 0.8, 0.55, 0.55, 0.5, 0.4).Cycles);

    [Fact]
    public void Progress_that_faded_without_a_regression_is_not_called_open() => AssertFound([], null, Of(0.8, 0.8, 0.55, 0.55));

    [Fact]
    public void An_unknown_week_between_two_good_ones_parts_them() => Assert.Null(Of(0.9, double.NaN, 0.9).Open);

    [Fact]
    public void An_unknown_week_is_not_taken_for_a_fall() => Assert.Empty(Of(1, 1, double.NaN, double.NaN, double.NaN, 1).Cycles);

    [Fact]
    public void An_unknown_week_between_two_bad_ones_parts_them() => Assert.Empty(Of(1, 1, 0, double.NaN, 0).Cycles);

    [Fact]
    public void Each_regression_closes_a_cycle_of_its_own() =>
        Assert.Equal(
            ["0 peak 1@0 fall 2 for 2 trough 0 recovered 4", "4 peak 0.8@4 fall 6 for 2 trough 0.2 open"],
            Of(1, 1, 0, 0, 0.8, 0.8, 0.2, 0.3).Cycles);

    [Fact]
    public void A_larger_drop_asks_for_a_deeper_fall() =>
        Assert.Empty(Of(RuleSet.Default.With("drop", 0.5).Set!, 1, 1, 1, 0.86, 0.43, 0.57, 0.57, 0.43).Cycles);

    [Fact]
    public void What_comes_after_a_fall_does_not_move_it()
    {
        double[] weeks = [0.7, 0.8, 1, 1, 0.6, 0.5, 0.2, 0.9, 1, 1, 0.1, 0];
        var whole = Of(weeks).Cycles;
        for (var length = 6; length <= weeks.Length; length++)
        {
            Assert.StartsWith("0 peak 1@2 fall 4 ", Of(weeks[..length]).Cycles[0], StringComparison.Ordinal);
        }

        Assert.Equal(2, whole.Count);
    }

    private static void AssertFound(IReadOnlyList<string> cycles, string? open, (IReadOnlyList<string> Cycles, string? Open) found)
    {
        Assert.Equal(cycles, found.Cycles);
        Assert.Equal(open, found.Open);
    }

    private static (IReadOnlyList<string> Cycles, string? Open) Of(params double[] weeks) => Of(RuleSet.Default, weeks);

    private static (IReadOnlyList<string> Cycles, string? Open) Of(RuleSet rules, params double[] weeks)
    {
        var found = CycleRules.Find(
            [.. weeks.Select((value, i) => (new IsoWeek(First.Monday.AddDays(7 * i)), double.IsNaN(value) ? null : (double?)value))], rules);
        return ([.. found.Cycles.Select(Text)], found.OpenProgress is { } open ? FormattableString.Invariant($"{Index(open.Onset)}+{open.Weeks} peak {Math.Round(open.Peak, 4)}") : null);
    }

    private static string Text(Cycle cycle) => FormattableString.Invariant(
        $"{Index(cycle.Onset)} peak {Math.Round(cycle.Peak, 4)}@{Index(cycle.PeakWeek)} fall {Index(cycle.Regression)} for {cycle.Weeks} trough {cycle.Trough} {(cycle.Recovered is { } again ? $"recovered {Index(again)}" : "open")}");

    private static int Index(IsoWeek week) => (week.Monday.DayNumber - First.Monday.DayNumber) / 7;
}
