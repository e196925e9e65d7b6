using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Metrics;

public sealed class HoldingAPractice
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "M7")]
    public void Consistency_is_the_share_of_known_weeks_at_or_above_the_floor()
    {
        var consistency = Consistency(book.Practice(), "xxxxxxx" + "xxxxxoo" + "xxooooo" + ".......");
        Assert.Equal((2.0 / 3, 3), (consistency.Value, consistency.N));
    }

    [Fact]
    [Trait("capability", "M7")]
    public void A_floor_of_its_own_takes_the_place_of_the_rule()
    {
        var practice = book.Practice(with: one => one with { Floors = [new(At(0), 0.25, NonNegotiable: true)] });
        Assert.Equal(1.0, Consistency(practice, "xxxxxxx" + "xxxxooo" + "xxooooo").Value);
    }

    [Fact]
    [Trait("capability", "M7")]
    public void An_even_rhythm_has_no_variation_and_intervals_of_1_and_3_days_have_their_spread()
    {
        var practice = book.Practice();
        Assert.Equal(0, ConsistencyMetrics.IntervalVariation(practice, book.Days(practice, "x.x.x.x"), RuleSet.Default).Value);
        var uneven = ConsistencyMetrics.IntervalVariation(practice, book.Days(practice, "xx..xx..x"), RuleSet.Default);
        Assert.Equal((Math.Sqrt(4.0 / 3) / 2, 4), (uneven.Value!.Value, uneven.N));
    }

    [Fact]
    [Trait("capability", "M7")]
    public void Two_known_weeks_are_too_few() => Assert.NotNull(Consistency(book.Practice(), "xxxxxxxxxxxxxx").Insufficient);

    private Measure Consistency(PracticeFact practice, string days) => ConsistencyMetrics.Consistency(
        practice, WeeklyAdherence.Of(practice, book.Days(practice, days), Monday.AddDays(days.Length - 1), RuleSet.Default), RuleSet.Default);
}
