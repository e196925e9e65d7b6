using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>What is done on days of low motivation, apart from the other days (C49).</summary>
internal static class LowMotivation
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var motivation = StateMetrics.Rated(scope.Samples, sample => sample.Motivation)
            .GroupBy(sample => sample.Fact.Day)
            .ToDictionary(day => day.Key, day => (Mean: day.Average(sample => sample.Value), Events: day.SelectMany(sample => sample.Fact.Events).ToList()));
        var days = KnownDay.Of(scope).SelectMany(practice => practice.Days).Where(day => motivation.ContainsKey(day.Day)).ToList();
        builder.Add("adherence.lowMotivation", $"Done on days with a motivation of {scope.Rules[StateMetrics.LowRating]} or less of 7", "share", Of(day => motivation[day.Day].Mean <= scope.Rules[StateMetrics.LowRating]));
        builder.Add("adherence.otherDays", "Done on days with a higher motivation", "share", Of(day => motivation[day.Day].Mean > scope.Rules[StateMetrics.LowRating]));

        Measure Of(Func<KnownDay, bool> counts)
        {
            var chosen = days.Where(counts).ToList();
            return Measure.Mean(
                [.. chosen.Select(day => new Sample(day.Credit, [.. day.Events, .. motivation[day.Day].Events]))], "such days on which a practice is known", scope.Rules);
        }
    }
}
