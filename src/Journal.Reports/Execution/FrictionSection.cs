using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>Small actions that are hard to do (C31, M13).</summary>
internal static class FrictionSection
{
    public static readonly WholeRule HighEffortSamples = new("highEffortSamples", 3, 1, 1000, "Small actions of high effort that make friction.");

    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add(
            "friction.mean",
            $"Effort of actions of at most {Text.Number(scope.Rules[FrictionMetrics.SmallMinutes])} minutes, 1 to 7",
            "points",
            FrictionMetrics.Friction(scope.Commitments, scope.Outcomes, scope.Rules));
        var small = FrictionMetrics.Small(scope.Commitments, scope.Outcomes, scope.Rules);
        var hard = small.Where(one => one.Value >= scope.Rules[FrictionMetrics.HighEffort]).ToList();
        var found = hard.Count >= scope.Rules[HighEffortSamples];
        var sentence = $"{hard.Count} of {Text.Count(small.Count, "small action")} took an effort of {scope.Rules[FrictionMetrics.HighEffort]} or more of 7";
        builder.Judge(
            "friction",
            Measure.OfAtLeast(
                scope.Rules[HighEffortSamples], "small actions with a rated effort", small.Count, (found ? hard : small).SelectMany(one => one.Fact.Events), () => hard.Count),
            found,
            $"{sentence}.",
            $"{sentence}, fewer than {scope.Rules[HighEffortSamples]}.");
    }
}
