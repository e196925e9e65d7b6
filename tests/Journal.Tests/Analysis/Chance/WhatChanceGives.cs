using Journal.Analysis.Chance;
using Journal.Analysis.Survival;

namespace Journal.Tests.Analysis.Chance;

/// <summary>Each figure against a value worked out by hand.</summary>
public sealed class WhatChanceGives
{
    [Fact]
    public void Three_of_four_probabilities_hold_together()
    {
        double[] probabilities = [0.001, 0.01, 0.03, 0.2];
        Assert.Equal([0.012, 0.024, 0.036, 0.048], Enumerable.Range(1, 4).Select(rank => Math.Round(BenjaminiYekutieli.Limit(rank, 4, 0.1), 6)));
        var holds = new bool[4];
        Assert.Equal(3, BenjaminiYekutieli.Hold(probabilities, 0.1, holds));
        Assert.Equal([true, true, true, false], holds);
    }

    [Fact]
    public void A_probability_above_its_limit_holds_below_one_that_holds()
    {
        var holds = new bool[2];
        Assert.Equal(2, BenjaminiYekutieli.Hold([0.066, 0.065], 0.1, holds));
    }

    [Theory]
    [InlineData(0, 1, 20, 24, 0.963)]
    [InlineData(0, 1, 5, 8, 0.868)]
    [InlineData(1, 2, 3, 4, 0.731)]
    [InlineData(2, 8, 20, 24, 0.9988)]
    public void A_share_of_few_is_the_lowest_only_so_probably(double hits, double n, double otherHits, double otherN, double expected) =>
        Assert.Equal(expected, LowestShare.Probability([(hits, n), (otherHits, otherN)], 0), expected > 0.99 ? 4 : 3);

    [Fact]
    public void The_probabilities_of_three_shares_to_be_the_lowest_make_one()
    {
        (double, double)[] shares = [(2, 5), (3, 9), (0.5, 1)];
        Assert.Equal(1, Enumerable.Range(0, 3).Sum(which => LowestShare.Probability(shares, which)), 3);
    }

    [Fact]
    public void One_late_decision_is_no_zero() => Assert.Equal(0.25, LowestShare.Shrunk(0, 1));

    [Fact]
    public void Sixteen_weeks_of_memory_one_half_are_worth_five() => Assert.Equal(5.33, MeanChange.EffectiveN(16, 0.5), 2);

    [Fact]
    public void A_change_of_independent_weeks_has_the_interval_of_two_means()
    {
        // Means 3 and 5; residuals -1 1 1 -1 on each side have a memory of -2 / 8, which narrows nothing: 2 +- t x sqrt(4/3/4 + 4/3/4), t of 6 degrees 2.447.
        var change = MeanChange.Of([2, 4, 4, 2], [4, 6, 6, 4]);
        Assert.Equal(2, change.Change);
        Assert.Equal(Math.Sqrt(2.0 / 3), change.Error, 12);
        Assert.Equal(2 - (2.447 * Math.Sqrt(2.0 / 3)), change.Low, 1);
    }

    [Theory]
    [InlineData(3, 0.667)]
    [InlineData(4, 0.75)]
    [InlineData(5, 0.857)]
    [InlineData(6, 1)]
    [InlineData(7, 0.857)]
    [InlineData(8, 0.75)]
    [InlineData(9, 0.667)]
    public void Every_start_that_could_have_been_drawn_has_a_difference(int start, double expected) =>
        Assert.Equal(expected, DrawnStart.Difference([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], start), 3);

    [Fact]
    public void The_drawn_start_with_the_largest_difference_is_one_of_seven()
    {
        double[] weeks = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        var once = DrawnStart.Probability(weeks, 3, 7, 3);
        Assert.Equal(1.0 / 7, once, 12);
        Assert.Equal(1.0 / 49, once * once, 12);
        Assert.Equal(3.0 / 7, DrawnStart.Probability(weeks, 3, 7, 2), 12);
    }

    [Fact]
    public void A_start_with_nothing_known_after_it_cannot_be_judged() => Assert.True(double.IsNaN(DrawnStart.Probability([0, 0, 0, double.NaN, double.NaN], 1, 3, 0)));

    [Fact]
    public void Progress_that_ended_three_times_has_its_median_at_the_second()
    {
        var curve = new SurvivalCurve(60);
        foreach (var weeks in (int[])[10, 20, 34])
        {
            curve.Add(weeks, hasEnded: true);
        }

        Assert.Equal(2.0 / 3, curve.At(10), 12);
        Assert.Equal(20, curve.Median);
        Assert.Equal(1.5 / 4, curve.Hazard(10), 12);
    }

    [Fact]
    public void Progress_that_still_holds_is_censored()
    {
        var curve = new SurvivalCurve(60);
        curve.Add(10, hasEnded: true);
        curve.Add(20, hasEnded: true);
        curve.Add(34, hasEnded: false);
        Assert.Equal(1.0 / 3, curve.At(34), 12);
        Assert.Equal((2, 1), (curve.Ended, curve.Open));
        var (chance, low, high, risk) = curve.Within(9, 8)!.Value;
        Assert.Equal(1.0 / 3, chance, 12);
        Assert.Equal(3, risk);
        Assert.True(low < chance && chance < high);
        Assert.Null(curve.Within(34, 8));
    }

    [Theory]
    [InlineData(3, 0.037)]
    [InlineData(4, 0.012)]
    public void Always_first_of_three_is_a_matter_of_how_often(int falls, double expected) => Assert.Equal(expected, FallOrder.AlwaysFirst(falls, 3), 3);

    [Fact]
    public void A_layer_that_falls_three_weeks_earlier_leads_by_three()
    {
        var series = Enumerable.Repeat(0.9, 80).ToArray();
        (int Onset, int Fall)[] falls = [(0, 14), (20, 34), (40, 54), (60, 74)];
        foreach (var (_, fall) in falls)
        {
            series.AsSpan(fall - 3, 6).Fill(0.2);
        }

        var when = new double[4];
        Assert.Equal(3, FallOrder.Lead(series, falls, 0, when));
        Assert.Equal([3, 3, 3, 3], when);
    }

    [Fact]
    public void An_order_keeps_what_is_unknown_in_its_place_and_every_value()
    {
        double[] weeks = [0.1, double.NaN, 0.2, 0.3, 0.4, double.NaN, 0.5];
        var (order, dice) = (new RandomOrder(weeks), new SeededDice(5));
        for (var i = 0; i < 50; i++)
        {
            var next = order.Next(1 + (i % 4), ref dice).ToArray();
            Assert.True(double.IsNaN(next[1]) && double.IsNaN(next[5]));
            Assert.Equal([0.1, 0.2, 0.3, 0.4, 0.5], next.Where(double.IsFinite).Order());
        }
    }

    [Fact]
    public void Every_order_comes_as_often()
    {
        var (order, dice, seen) = (new RandomOrder([1.0, 2, 3]), new SeededDice(1), new Dictionary<string, int>());
        for (var i = 0; i < 60_000; i++)
        {
            var key = string.Join(' ', order.Next(1, ref dice).ToArray());
            seen[key] = seen.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(6, seen.Count);
        Assert.All(seen.Values, count => Assert.InRange(count, 9_600, 10_400));
    }
}
