namespace Journal.Analysis;

/// <summary>Checks that dated samples can be read in order of time.</summary>
internal static class DayOrder
{
    /// <exception cref="ArgumentException">Lengths differ, or a day does not follow the one before.</exception>
    public static void Check(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values)
    {
        if (days.Length != values.Length)
            throw new ArgumentException($"There are {days.Length} days for {values.Length} values.", nameof(days));
        for (var i = 1; i < days.Length; i++)
            if (days[i] <= days[i - 1])
                throw new ArgumentException($"Days must ascend, each once: {days[i]:yyyy-MM-dd} at position {i} follows {days[i - 1]:yyyy-MM-dd}.", nameof(days));
    }
}
