using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Weeks;

namespace Journal.Tests.Reports.Weeks;

/// <summary>
/// One week, Monday to Sunday, written as seven characters: x done, h half done, o missed, s skipped, ? left open, and a dot where nothing was recorded.
/// Worked by hand.
/// </summary>
public sealed class AWeekOfAPractice
{
    private static readonly DateOnly Monday = new(2026, 1, 5);

    [Theory]
    [InlineData("xxxxxxx", 1.0)]
    [InlineData("xxxxxxo", 6.0 / 7)]
    [InlineData("ooooooo", 0.0)]
    [InlineData("xxxx...", 1.0)]
    [InlineData("xxoo...", 0.5)]
    [InlineData("xhoo...", 0.375)]
    [InlineData("xxxxsss", 1.0)]
    [InlineData("xxoosss", 0.5)]
    public void A_daily_practice_is_judged_by_the_days_that_are_known(string days, double expected) => Assert.Equal(expected, Adherence(days, 1, 1)!.Value, 12);

    [Theory]
    [InlineData("xxx....")]
    [InlineData("xxxssss")]
    [InlineData("sssssss")]
    [InlineData(".......")]
    public void Fewer_than_four_known_days_say_nothing_of_a_daily_practice(string days) => Assert.Null(Adherence(days, 1, 1));

    [Theory]
    [InlineData("x.x.x..", 1.0)]
    [InlineData("xxxxx..", 1.0)]
    [InlineData("x.x.o..", 2.0 / 3)]
    [InlineData("x.o....", 0.5)]
    [InlineData("x.x....", 1.0)]
    [InlineData("xxxoooo", 1.0)]
    public void Three_times_a_week_needs_its_share_of_known_days(string days, double expected) => Assert.Equal(expected, Adherence(days, 3, 7)!.Value, 12);

    [Theory]
    [InlineData("x......")]
    [InlineData("x.....s")]
    public void One_known_day_says_nothing_of_three_times_a_week(string days) => Assert.Null(Adherence(days, 3, 7));

    [Theory]
    [InlineData("xxxxxxx", 1, 1, 1.0)]
    [InlineData("xx.....", 1, 1, 2.0 / 7)]
    [InlineData(".......", 1, 1, 0.0)]
    [InlineData("xx.s...", 1, 1, 2.0 / 6)]
    [InlineData("x.x....", 3, 7, 2.0 / 3)]
    [InlineData("xxxxx..", 3, 7, 1.0)]
    public void Where_a_day_without_a_tick_was_missed_every_day_is_known(string days, int times, int per, double expected) =>
        Assert.Equal(expected, Adherence(days, times, per, Silence.Missed)!.Value, 12);

    [Fact]
    public void Two_records_of_one_day_are_one_day()
    {
        var practice = Practice(3, 7, Silence.Unknown);
        OutcomeFact[] outcomes = [Outcome(practice, 0, OutcomeState.Finished), Outcome(practice, 0, OutcomeState.Finished), Outcome(practice, 1, OutcomeState.Missed)];
        Assert.Equal(0.5, WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(6), RuleSet.Default).Single().Adherence);
    }

    [Fact]
    public void A_day_that_was_missed_and_then_done_is_done()
    {
        var practice = Practice(1, 7, Silence.Unknown);
        OutcomeFact[] outcomes = [Outcome(practice, 0, OutcomeState.Missed), Outcome(practice, 0, OutcomeState.Finished)];
        Assert.Equal((1.0, 1, 0), WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(6), RuleSet.Default).Select(week => (week.Adherence!.Value, week.Done, week.Missed)).Single());
    }

    [Fact]
    public void Three_times_a_day_counts_each_time()
    {
        var practice = Practice(3, 1, Silence.Unknown);
        var outcomes = Enumerable.Range(0, 4).SelectMany(day => new[] { Outcome(practice, day, OutcomeState.Finished), Outcome(practice, day, OutcomeState.Finished) });
        Assert.Equal(2.0 / 3, WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(6), RuleSet.Default).Single().Adherence!.Value, 12);
    }

    [Fact]
    public void An_amount_is_judged_against_the_target()
    {
        var practice = Practice(1, 7, Silence.Missed) with { Cadences = [new(Monday, 1, 7, 20)] };
        OutcomeFact[] outcomes = [Outcome(practice, 0, OutcomeState.Finished) with { Amount = 5 }, Outcome(practice, 2, OutcomeState.Finished) with { Amount = 10 }];
        Assert.Equal(0.75, WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(6), RuleSet.Default).Single().Adherence);
    }

    [Fact]
    public void Every_other_week_is_judged_over_two()
    {
        var practice = Practice(1, 14, Silence.Missed);
        var weeks = WeeklyAdherence.Of(practice, [Outcome(practice, 2, OutcomeState.Finished)], Monday.AddDays(27), RuleSet.Default);
        Assert.Equal([1.0, 1.0, 0.0, 0.0], weeks.Select(week => week.Adherence!.Value));
    }

    [Fact]
    public void Days_after_it_was_dropped_are_not_due()
    {
        var practice = Practice(1, 1, Silence.Missed) with { DroppedAt = At(4) };
        var outcomes = Enumerable.Range(0, 5).Select(day => Outcome(practice, day, OutcomeState.Finished));
        Assert.Equal([1.0], WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(20), RuleSet.Default).Select(week => week.Adherence!.Value));
    }

    [Theory]
    [InlineData("xx?????", 1, 1, null)]
    [InlineData("xxxo???", 1, 1, 0.75)]
    [InlineData("x.x?...", 1, 1, 2.0 / 6)]
    public void A_day_of_which_nobody_knows_is_not_due_even_where_silence_is_a_miss(string days, int times, int per, double? expected) =>
        Assert.Equal(expected, Adherence(days, times, per, Silence.Missed));

    [Fact]
    public void After_the_last_day_that_is_known_silence_says_nothing()
    {
        var practice = Practice(1, 1, Silence.Missed) with { SilenceUntil = Monday.AddDays(8) };
        OutcomeFact[] outcomes = [.. new[] { 0, 1, 2, 7, 8, 15, 16, 17, 18 }.Select(day => Outcome(practice, day, OutcomeState.Finished))];
        Assert.Equal([3.0 / 7, null, 1.0, null], WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(27), RuleSet.Default).Select(week => week.Adherence));
    }

    [Fact]
    public void A_new_cadence_leaves_the_weeks_before_as_they_were()
    {
        var practice = Practice(1, 1, Silence.Missed) with { Cadences = [new(Monday, 1, 1, null), new(Monday.AddDays(7), 2, 7, null)] };
        OutcomeFact[] outcomes = [.. new[] { 0, 1, 7, 8 }.Select(day => Outcome(practice, day, OutcomeState.Finished))];
        Assert.Equal([Math.Round(2.0 / 7, 4), 1.0], WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(13), RuleSet.Default).Select(week => Math.Round(week.Adherence!.Value, 4)));
    }

    [Fact]
    public void A_week_names_the_events_it_came_from()
    {
        var practice = Practice(1, 1, Silence.Unknown);
        OutcomeFact[] outcomes = [Outcome(practice, 0, OutcomeState.Finished), Outcome(practice, 6, OutcomeState.Skipped), Outcome(practice, 7, OutcomeState.Finished)];
        Assert.Equal(outcomes[..2].SelectMany(outcome => outcome.Events), WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(13), RuleSet.Default)[0].Events);
    }

    private static double? Adherence(string days, int times, int per, Silence silence = Silence.Unknown)
    {
        var practice = Practice(times, per, silence);
        var outcomes = days.Select((state, day) => (state, day)).Where(one => one.state != '.').Select(one => one.state switch
        {
            'x' => Outcome(practice, one.day, OutcomeState.Finished),
            'h' => Outcome(practice, one.day, OutcomeState.Finished) with { Score = 0.5 },
            'o' => Outcome(practice, one.day, OutcomeState.Missed),
            's' => Outcome(practice, one.day, OutcomeState.Skipped),
            '?' => Outcome(practice, one.day, OutcomeState.Unknown),
            _ => throw new ArgumentOutOfRangeException(nameof(days)),
        });
        return WeeklyAdherence.Of(practice, outcomes, Monday.AddDays(6), RuleSet.Default).Single().Adherence;
    }

    private static PracticeFact Practice(int times, int days, Silence silence) => new()
    {
        Id = Guid.CreateVersion7(),
        OccurredAt = At(0),
        Events = [Guid.CreateVersion7()],
        Title = "Run",
        Cadences = [new(Monday, times, days, null)],
        Silence = silence,
    };

    private static OutcomeFact Outcome(PracticeFact practice, int day, OutcomeState state) => new()
    {
        Id = Guid.CreateVersion7(),
        PracticeId = practice.Id,
        State = state,
        OccurredAt = At(day),
        Events = [Guid.CreateVersion7()],
    };

    private static DateTimeOffset At(int day) => new(Monday.AddDays(day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
