namespace Journal.Reports.Weeks;

/// <summary>How many days of a week were in each state.</summary>
internal sealed class WeekTally(IEnumerable<DayState> days)
{
    private readonly ILookup<DayState, DayState> states = days.ToLookup(state => state);

    public int Done => states[DayState.Done].Count();

    public int Partial => states[DayState.Partial].Count();

    public int Missed => states[DayState.Missed].Count();

    public int Skipped => states[DayState.Skipped].Count();

    public int Unknown => states[DayState.Unknown].Count();
}
