namespace Journal.Reports.Weeks;

/// <summary>How many days of a week were in each state.</summary>
internal sealed class WeekTally
{
    private readonly int[] counts = new int[(int)DayState.Done + 1];

    public WeekTally(IEnumerable<DayState> days)
    {
        foreach (var day in days)
        {
            counts[(int)day]++;
        }
    }

    public int Done => counts[(int)DayState.Done];

    public int Partial => counts[(int)DayState.Partial];

    public int Missed => counts[(int)DayState.Missed];

    public int Skipped => counts[(int)DayState.Skipped];

    public int Unknown => counts[(int)DayState.Unknown];
}
