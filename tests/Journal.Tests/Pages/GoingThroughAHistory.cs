using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web.Pages.TimeTravel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Journal.Tests.Pages;

public sealed class GoingThroughAHistory
{
    private static readonly DateOnly Wednesday = new(2025, 2, 5);
    private static readonly DateOnly Today = new(2025, 3, 1);

    [Fact]
    public void By_weeks_begins_with_the_week_of_the_first_day_and_ends_today()
    {
        var steps = ReplaySteps.Of(Wednesday, Today, byWeek: true);
        Assert.Equal((4, new DateOnly(2025, 2, 3), new DateOnly(2025, 2, 9)), (steps.Count, steps.Start(0), steps.End(0)));
        Assert.Equal(Today, steps.End(3));
    }

    [Fact]
    public void By_days_has_each_day_once()
    {
        var steps = ReplaySteps.Of(Wednesday, Today, byWeek: false);
        Assert.Equal(25, steps.Count);
        Assert.Equal((Wednesday, Wednesday), (steps.Start(0), steps.End(0)));
        Assert.All(Enumerable.Range(0, 25), place => Assert.Equal(place, steps.Place(steps.End(place))));
    }

    [Fact]
    public void Of_a_day_still_to_come_is_one_step() => Assert.Equal(1, ReplaySteps.Of(Today.AddDays(3), Today, byWeek: true).Count);

    [Theory]
    [InlineData("at", "2", 2)]
    [InlineData("at", "99999", 3)]
    [InlineData("at", "-1", 3)]
    [InlineData("at", "two", 3)]
    [InlineData("day", "2025-02-12", 1)]
    [InlineData("day", "1999-01-01", 0)]
    [InlineData("day", "2999-01-01", 3)]
    public void Stands_where_it_is_asked_or_at_the_end(string field, string value, int place) => Assert.Equal(place, ReplayAsked.Of(Query((field, value)), Wednesday, Today).Place);

    [Fact]
    public void Keeps_what_it_was_asked_on_its_way()
    {
        var asked = ReplayAsked.Of(Query(("report", "Energy"), ("step", "day"), ("clock", "known"), ("at", "3")), Wednesday, Today);
        Assert.Equal((AllReports.Find("energy"), ReplayClock.Known), (asked.Kind, asked.Clock));
        Assert.Equal("/replay?report=energy&step=day&clock=known&at=4", asked.At(4));
    }

    [Fact]
    public void As_it_might_have_been_takes_fields_that_hold_something()
    {
        var one = Guid.NewGuid();
        var asked = WhatIfAsked.Of(Query(("report", "nothing"), ("r.drop", "0,5"), ("r.progress", " "), ("subject", $"{one:D}"), ("event", "x")));
        Assert.Equal(("cycles", "drop=0.5"), (asked.Kind.Name, Assert.Single(asked.Changes)));
        Assert.Equal([one], asked.Subjects);
        Assert.Empty(asked.Events);
        Assert.False(asked.IsPlain);
        Assert.True(WhatIfAsked.Of(Query(("r.drop", ""))).IsPlain);
    }

    private static QueryCollection Query(params (string Name, string Value)[] fields) => new(fields.ToDictionary(field => field.Name, field => new StringValues(field.Value)));
}
