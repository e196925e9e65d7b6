namespace Journal.Analysis.Patterns;

/// <summary>What weekdays add to or take from a daily series.</summary>
public static class WeekdayEffect
{
    /// <summary>Median distance of each weekday's samples from the mean of the seven days around them, shrunk towards 0 for weekdays seen seldom.</summary>
    /// <param name="days">n days, ascending.</param>
    /// <param name="values">n samples, unit u; NaN marks a missing one.</param>
    /// <param name="effects">Receives seven effects in u, Sunday first as in <see cref="DayOfWeek"/>; their mean is 0.</param>
    /// <param name="scratch">Work space of n values.</param>
    /// <exception cref="ArgumentException">Lengths differ or days are not strictly ascending.</exception>
    /// <remarks>Cost n log n, no allocation. A median over weeks, so single bad days do not count; four weeks' worth of nothing is added as a prior.</remarks>
    public static void Estimate(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values, Span<double> effects, Span<double> scratch)
    {
        DayOrder.Check(days, values);
        var mean = 0.0;
        for (var weekday = 0; weekday < 7; weekday++)
        {
            var count = 0;
            for (var i = 0; i < days.Length; i++)
                if ((int)days[i].DayOfWeek == weekday && Offset(days, values, i) is var off && !double.IsNaN(off)) scratch[count++] = off;
            scratch[..count].Sort();
            var median = count == 0 ? 0 : (scratch[(count - 1) / 2] + scratch[count / 2]) / 2;
            effects[weekday] = median * count / (count + 4);
            mean += effects[weekday] / 7;
        }
        foreach (ref var effect in effects[..7]) effect -= mean;
    }

    /// <summary>Subtracts the effects.</summary>
    /// <param name="days">n days.</param>
    /// <param name="values">n samples in u.</param>
    /// <param name="effects">Seven effects, Sunday first.</param>
    /// <param name="rest">Receives n samples in u; may be <paramref name="values"/> itself.</param>
    public static void Remove(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values, ReadOnlySpan<double> effects, Span<double> rest)
    {
        for (var i = 0; i < days.Length; i++) rest[i] = values[i] - effects[(int)days[i].DayOfWeek];
    }

    private static double Offset(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values, int i)
    {
        double sum = 0;
        var known = 0;
        for (var j = i; j >= 0 && days[i].DayNumber - days[j].DayNumber <= 3; j--) Add(values[j]);
        for (var j = i + 1; j < days.Length && days[j].DayNumber - days[i].DayNumber <= 3; j++) Add(values[j]);
        return known < 4 ? double.NaN : values[i] - sum / known;

        void Add(double value)
        {
            if (double.IsNaN(value)) return;
            sum += value;
            known++;
        }
    }
}
