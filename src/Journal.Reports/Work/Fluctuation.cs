namespace Journal.Reports.Work;

/// <summary>How much weekly adherence varies.</summary>
internal static class Fluctuation
{
    public static readonly Rule FluctuationLimit = new("fluctuationLimit", 0.25, 0, 10, "Coefficient of variation of weekly adherence up to which it is steady.");

    /// <summary>Standard deviation of weekly adherence divided by its mean; missing below twice the weeks of a comparison, and where nothing was done.</summary>
    public static Measure Of(WorkRecords work)
    {
        List<WeekValue> weeks = [.. work.Weeks.Adherence.Where(week => week.Value is not null)];
        List<double> values = [.. weeks.Select(week => week.Value!.Value)];
        var (needed, events) = (2 * work.View[Comparison.ComparedWeeks], weeks.SelectMany(week => week.Events));
        return values.Count < needed || Numbers.Mean(values) == 0
            ? Measure.Missing($"adherence above 0 in at least {needed} whole weeks", values.Count, events)
            : Measure.Of(Numbers.Spread(values) / Numbers.Mean(values), values.Count, events);
    }
}
