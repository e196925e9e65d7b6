using Journal.Facts;
using Journal.Processes;
using Journal.Reports.Operator;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Operator;

public sealed class WhatLasts
{
    [Fact]
    [Trait("capability", "C99")]
    public void A_forecast_is_off_by_the_share_of_the_plan()
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0) with { PlannedMinutes = 60 });
        foreach (var (hours, day) in new[] { (1.0, 1), (1.5, 2), (2.0, 3) })
        {
            work.Run(process, day, Runner.Other, hours: hours);
        }

        Assert.Equal((0.5, 3), Value(work, "forecast.error"));
    }

    [Fact]
    [Trait("capability", "C99")]
    public void Who_is_needed_is_told_apart_by_load()
    {
        var work = new RecordedWork();
        for (var week = 0; week < 6; week++)
        {
            var isBusy = week >= 4;
            for (var n = 0; n < (isBusy ? 8 : 2); n++)
            {
                work.Commitment((7 * week) + 0.1 + (0.1 * n), neededOperator: isBusy);
            }
        }

        Assert.Equal((0, 1), (Value(work, "dependency.lowLoad").Value, Value(work, "dependency.highLoad").Value));
    }

    [Fact]
    [Trait("capability", "C99")]
    public void Progress_that_is_open_counts_the_weeks_it_has_held()
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        foreach (var (week, done) in new[] { (0, 6), (1, 6), (2, 1), (3, 1), (4, 6), (5, 7), (6, 6) })
        {
            work.Week(practice, week, done);
        }

        Assert.Equal(3, Value(work, "weeksHeld", lastDay: 48).Value);
    }

    [Fact]
    public void Without_plans_loads_or_practices_nothing_is_said() =>
        Assert.All(
            new RecordedWork().Time(1, 2).Of(OperatorReport.Kind, 20).Figures.Where(figure => figure.Name is "forecast.error" or "weeksHeld" or "dependency.highLoad"),
            figure => Assert.StartsWith("insufficient data", figure.Insufficient, StringComparison.Ordinal));

    private static (double? Value, int N) Value(RecordedWork work, string name, int lastDay = 41)
    {
        var figure = work.Of(OperatorReport.Kind, lastDay).Figures.Single(one => one.Name == name);
        return (figure.Value, figure.N);
    }
}
