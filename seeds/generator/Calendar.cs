namespace Journal.Seeds;

/// <summary>Weeks counted from a Monday.</summary>
internal sealed class Calendar(DateOnly firstMonday)
{
    public DateOnly Day(int week, DayOfWeek day) => firstMonday.AddDays((7 * week) + (((int)day + 6) % 7));

    public DateOnly Day(int week, int daysAfterMonday) => firstMonday.AddDays((7 * week) + daysAfterMonday);
}
