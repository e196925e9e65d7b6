using Journal.Practices;
using Journal.Web.Pages.Subjects;
using Journal.Web.Today;

namespace Journal.Tests.Pages;

public sealed class WhatIsDueToday
{
    // A Wednesday.
    private static readonly DateOnly Day = new(2016, 2, 10);
    private readonly List<OutcomeFact> outcomes = [];

    [Fact]
    public void Waits_until_it_is_said_how_it_went()
    {
        var practice = Practice(1, 1);
        Assert.True(Of(practice).Waits);
        Record(practice, Day, OutcomeState.Skipped);
        Assert.False(Of(practice).Waits);
    }

    [Fact]
    public void Waits_no_longer_once_it_was_done_often_enough_in_the_week()
    {
        var practice = Practice(2, 7);
        Record(practice, Day.AddDays(-3), OutcomeState.Finished);
        Record(practice, Day.AddDays(-2), OutcomeState.Finished);
        Assert.Equal((true, "1 of 2 this week"), (Of(practice).Waits, Of(practice).Progress));
        Record(practice, Day.AddDays(-1), OutcomeState.Finished);
        Assert.Equal((false, "2 of 2 this week"), (Of(practice).Waits, Of(practice).Progress));
    }

    [Fact]
    public void Waits_for_each_time_of_a_day()
    {
        var practice = Practice(2, 1);
        Record(practice, Day, OutcomeState.Finished);
        Assert.True(Of(practice).Waits);
        Record(practice, Day, OutcomeState.Finished);
        Assert.False(Of(practice).Waits);
    }

    [Fact]
    public void Is_not_what_was_given_up_or_begins_later() =>
        Assert.Empty(DuePractice.Of([Practice(1, 1) with { DroppedAt = SampleJournal.Noon(Day.AddDays(-1)) }, Practice(1, 1) with { OccurredAt = SampleJournal.Noon(Day.AddDays(1)) }], [], Day));

    [Fact]
    public void Makes_a_streak_that_an_excused_day_does_not_break_and_today_may_still_join()
    {
        var practice = Practice(1, 1);
        Record(practice, Day.AddDays(-4), OutcomeState.Missed);
        Record(practice, Day.AddDays(-3), OutcomeState.Finished);
        Record(practice, Day.AddDays(-2), OutcomeState.Skipped);
        Record(practice, Day.AddDays(-1), OutcomeState.Finished);
        var map = CalendarMap.Of(practice, outcomes, Day);
        Assert.Equal((2, "day"), (map.Streak, map.StreakUnit));
        Assert.Equal([DayMark.Missed, DayMark.Done, DayMark.Skipped, DayMark.Done, DayMark.None], Enumerable.Range(-4, 5).Select(day => map.Marks.GetValueOrDefault(Day.AddDays(day))));
    }

    private DuePractice Of(PracticeFact practice) => Assert.Single(DuePractice.Of([practice], outcomes, Day));

    private static PracticeFact Practice(int times, int days) => new()
    {
        Id = Guid.NewGuid(),
        OccurredAt = SampleJournal.Noon(Day.AddDays(-30)),
        Events = [Guid.NewGuid()],
        Title = "Read",
        Cadences = [new(Day.AddDays(-30), times, days, null)],
    };

    private void Record(PracticeFact practice, DateOnly day, OutcomeState state) =>
        outcomes.Add(new() { Id = Guid.NewGuid(), OccurredAt = SampleJournal.Noon(day), Events = [Guid.NewGuid()], PracticeId = practice.Id, State = state });
}
