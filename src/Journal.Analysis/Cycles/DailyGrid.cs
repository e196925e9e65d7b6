namespace Journal.Analysis.Cycles;

/// <summary>A dated series laid out with one place a day, NaN where nothing is known.</summary>
internal sealed class DailyGrid
{
    private readonly int[] offsets;

    private DailyGrid(double[] values, int[] offsets, int firstWeekday) => (Values, this.offsets, FirstWeekday) = (values, offsets, firstWeekday);

    public double[] Values { get; }

    public int FirstWeekday { get; }

    public static DailyGrid Of(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values)
    {
        var span = days.IsEmpty ? 0 : days[^1].DayNumber - days[0].DayNumber + 1;
        if (span > CycleDetector.MostDays)
            throw new ArgumentException($"The series spans {span} days; at most {CycleDetector.MostDays} (a hundred years) can be searched for cycles.", nameof(days));
        var grid = new double[span];
        var offsets = new int[values.Length];
        Array.Fill(grid, double.NaN);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsInfinity(values[i])) throw new ArgumentException($"The value at position {i} is infinite.", nameof(values));
            offsets[i] = days[i].DayNumber - days[0].DayNumber;
            grid[offsets[i]] = values[i];
        }
        return new(grid, offsets, days.IsEmpty ? 0 : (int)days[0].DayOfWeek);
    }

    /// <summary>Position in the input of the first sample on or after a day; the last one when there is none.</summary>
    public int Position(int day)
    {
        var at = Array.BinarySearch(offsets, day);
        return Math.Min(at < 0 ? ~at : at, offsets.Length - 1);
    }
}
