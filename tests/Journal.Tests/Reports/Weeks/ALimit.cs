using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Weeks;

namespace Journal.Tests.Reports.Weeks;

/// <summary>At most an amount, over the days it stands for. One figure a day from Monday on; null where nothing was recorded. Worked by hand.</summary>
public sealed class ALimit
{
    private static readonly DateOnly Monday = new(2026, 1, 5);

    public static TheoryData<int, double, double?[], double?[]> Weeks { get; } = new()
    {
        // At most 4 in a week.
        { 7, 4, [5, null, null, null, null, null, null], [0] },
        { 7, 4, [1, 1, 1, 1, 1, 1, 1], [0] },
        { 7, 4, [4, 4, 4, 4, 4, 4, 4], [0] },
        { 7, 4, [9, 0, 0, 0, 0, 0, 0], [0] },
        { 7, 4, [1, null, 2, null, null, 1, null], [1] },
        { 7, 4, [0, 0, 0, 0, 0, 0, 4, 4, 0, 0, 0, 0, 0, 0], [1, 1] },
        { 7, 4, [null, null, null, null, null, null, null], [null] },
        { 7, 0, [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], [1, 0] },

        // At most 2 a day.
        { 1, 2, [2, 2, 2, 2, 3, 3, 3], [4.0 / 7] },

        // At most 3 in three days: Thursday has 1 + 1 + 2 of Tuesday to Thursday, and Friday 1 + 2 + 1.
        { 3, 3, [1, 1, 1, 2, 1, 0, 0], [5.0 / 7] },

        // At most 10 in two weeks: 6, then 6 more.
        { 14, 10, [6, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0], [1, 0] },
    };

    [Theory]
    [MemberData(nameof(Weeks))]
    public void Is_held_against_the_sum_of_its_days(int days, double most, double?[] amounts, double?[] adherence) =>
        Assert.Equal(adherence, Read(Practice(days, most, Silence.Unknown), amounts).Select(week => week.Adherence));

    [Fact]
    public void Is_held_against_all_records_of_a_day()
    {
        var practice = Practice(1, 2, Silence.Unknown);
        OutcomeFact[] coffees = [.. Enumerable.Range(0, 4).SelectMany(day => new[] { Outcome(practice, day, 2), Outcome(practice, day, 1) })];
        Assert.Equal(0, WeeklyAdherence.Of(practice, coffees, Monday.AddDays(6), RuleSet.Default).Single().Adherence);
    }

    [Fact]
    public void Is_kept_on_days_without_a_record_where_every_time_is_recorded()
    {
        var week = Read(Practice(1, 2, Silence.Missed), [3, null, null, null, null, null, null]).Single();
        Assert.Equal((6.0 / 7, 6, 1), (week.Adherence, week.Done, week.Missed));
    }

    [Fact]
    public void Looks_back_over_a_Monday_also_where_the_week_was_judged_before()
    {
        var practice = Practice(3, 3, Silence.Unknown);
        OutcomeFact[] days = [.. Enumerable.Range(0, 14).Select(day => Outcome(practice, day, day is 7 ? 2 : 0))];
        var before = WeeklyAdherence.Judge(practice, days, Monday.AddDays(13), 4, JournalUse.Always(practice, Monday.AddDays(13)), null);
        OutcomeFact[] changed = [.. days.Select(day => day.Day == Monday.AddDays(6) ? day with { Amount = 2 } : day)];
        var after = WeeklyAdherence.Judge(practice, changed, Monday.AddDays(13), 4, JournalUse.Always(practice, Monday.AddDays(13)), before);
        Assert.Equal((1.0, 5.0 / 7), (before.Weeks[^1].Week.Adherence, after.Weeks[^1].Week.Adherence));
    }

    [Fact]
    public void Of_a_minimum_the_amounts_of_its_days_are_added_up()
    {
        var practice = Practice(7, 20, Silence.Unknown) with { Cadences = [new(Monday, 1, 7, 20)] };
        Assert.Equal([0.75, 1.0], Read(practice, [5, null, null, 10, null, null, null, 15, 5, 5, null, null, null, null]).Select(week => week.Adherence));
    }

    private static IReadOnlyList<PracticeWeek> Read(PracticeFact practice, double?[] amounts) => WeeklyAdherence.Of(
        practice, [.. amounts.Index().Where(day => day.Item is not null).Select(day => Outcome(practice, day.Index, day.Item!.Value))], Monday.AddDays(amounts.Length - 1), RuleSet.Default);

    private static PracticeFact Practice(int days, double most, Silence silence) => new()
    {
        Id = Guid.CreateVersion7(),
        OccurredAt = At(0),
        Events = [Guid.CreateVersion7()],
        Title = "Beers",
        Cadences = [new(Monday, 1, days, most) { Bound = TargetBound.AtMost }],
        Silence = silence,
    };

    private static OutcomeFact Outcome(PracticeFact practice, int day, double amount) => new()
    {
        Id = Guid.CreateVersion7(),
        PracticeId = practice.Id,
        State = OutcomeState.Finished,
        Amount = amount,
        OccurredAt = At(day),
        Events = [Guid.CreateVersion7()],
    };

    private static DateTimeOffset At(int day) => new(Monday.AddDays(day).ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
}
