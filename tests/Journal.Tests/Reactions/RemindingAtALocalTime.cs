using Journal.Web.Reactions;

namespace Journal.Tests.Reactions;

/// <summary>When a reminder comes, on the clock where somebody lives.</summary>
public sealed class RemindingAtALocalTime
{
    private static readonly TimeZoneInfo Lisbon = TimeZoneInfo.FindSystemTimeZoneById("Europe/Lisbon"), Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
    private static readonly DayOfWeek[] Daily = Enum.GetValues<DayOfWeek>();

    [Fact]
    public void Comes_at_the_same_local_time_before_and_after_the_clocks_change()
    {
        Assert.Equal(Utc(2026, 3, 28, 7, 30), Next("07:30", Lisbon, Utc(2026, 3, 28, 0, 0)).At);
        Assert.Equal(Utc(2026, 3, 29, 6, 30), Next("07:30", Lisbon, Utc(2026, 3, 28, 12, 0)).At);
        Assert.Equal(Utc(2026, 10, 24, 6, 30), Next("07:30", Lisbon, Utc(2026, 10, 24, 0, 0)).At);
        Assert.Equal(Utc(2026, 10, 25, 7, 30), Next("07:30", Lisbon, Utc(2026, 10, 24, 12, 0)).At);
    }

    [Fact]
    public void At_a_time_that_the_clocks_skip_comes_behind_the_gap() =>
        Assert.Equal((Utc(2026, 3, 29, 1, 30), new DateOnly(2026, 3, 29)), Next("01:30", Lisbon, Utc(2026, 3, 28, 12, 0)));

    [Fact]
    public void At_a_time_that_the_clocks_show_twice_comes_once()
    {
        var (at, day) = Next("01:30", Lisbon, Utc(2026, 10, 24, 12, 0));
        Assert.Equal((Utc(2026, 10, 25, 0, 30), new DateOnly(2026, 10, 25)), (at, day));
        Assert.Equal(new DateOnly(2026, 10, 26), Next("01:30", Lisbon, at, day).Day);
    }

    [Fact]
    public void Comes_on_its_days_of_the_week_only() =>
        Assert.Equal(new DateOnly(2026, 1, 9), Of("07:30", DayOfWeek.Friday).Next(Utc(2026, 1, 5, 12, 0), DateOnly.MinValue, Lisbon, null).Day);

    [Fact]
    public void Of_the_week_comes_again_a_week_later() =>
        Assert.Equal(Utc(2026, 1, 18, 18, 0), Of("18:00", DayOfWeek.Sunday).Next(Utc(2026, 1, 11, 18, 0), new DateOnly(2026, 1, 11), Lisbon, null).At);

    [Fact]
    public void Moves_with_the_person_and_comes_once_for_a_day_that_is_lived_twice()
    {
        Assert.Equal(Utc(2026, 1, 5, 22, 30), Next("07:30", Tokyo, Utc(2026, 1, 5, 12, 0)).At);
        // Reminded of Tuesday in Tokyo, they are in Lisbon where it is still Monday.
        Assert.Equal(new DateOnly(2026, 1, 7), Next("07:30", Lisbon, Utc(2026, 1, 5, 23, 0), new DateOnly(2026, 1, 6)).Day);
    }

    [Theory]
    [InlineData("22:00", "07:00", "06:30", 7, 0, 0)]
    [InlineData("22:00", "07:00", "23:15", 7, 0, 1)]
    [InlineData("22:00", "07:00", "07:00", 7, 0, 0)]
    [InlineData("22:00", "07:00", "21:59", 21, 59, 0)]
    [InlineData("12:00", "14:00", "13:00", 14, 0, 0)]
    public void Waits_for_the_end_of_the_quiet_hours(string from, string until, string time, int hour, int minute, int later)
    {
        var quiet = new QuietHours(Guid.Empty, TimeOnly.ParseExact(from, "HH:mm", null), TimeOnly.ParseExact(until, "HH:mm", null));
        Assert.Equal(Utc(2026, 1, 6, hour, minute).AddDays(later), Of(time, Daily).Next(Utc(2026, 1, 6, 0, 0), new DateOnly(2026, 1, 5), Lisbon, quiet).At);
    }

    private static (DateTimeOffset At, DateOnly Day) Next(string time, TimeZoneInfo zone, DateTimeOffset after, DateOnly day = default) => Of(time, Daily).Next(after, day, zone, null);

    private static Reminder Of(string time, params DayOfWeek[] days) => new(Guid.NewGuid(), Guid.NewGuid(), TimeOnly.ParseExact(time, "HH:mm", null), days);

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
