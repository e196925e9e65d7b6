using Journal.Reports.Metrics;

namespace Journal.Reports.Execution;

/// <summary>Small actions that are hard to do (C31, M13).</summary>
internal static class FrictionSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add(
            "friction.mean",
            $"Effort of actions of at most {Phrase.Number(scope.Rules.SmallMinutes)} minutes, 1 to 7",
            "points",
            FrictionMetrics.Friction(scope.Commitments, scope.Outcomes, scope.Rules));
        var small = FrictionMetrics.Small(scope.Commitments, scope.Outcomes, scope.Rules);
        var hard = small.Where(one => one.Value >= scope.Rules.HighEffort).ToList();
        if (small.Count < scope.Rules.HighEffortSamples)
        {
            builder.Insufficient(
                "friction",
                $"at least {scope.Rules.HighEffortSamples} small actions with a rated effort; there are {small.Count}",
                small.Count,
                small.SelectMany(one => one.Fact.Events));
        }
        else if (hard.Count >= scope.Rules.HighEffortSamples)
        {
            builder.Found(
                "friction",
                $"{hard.Count} of {Phrase.Count(small.Count, "small action")} took an effort of {scope.Rules.HighEffort} or more of 7.",
                small.Count,
                hard.SelectMany(one => one.Fact.Events));
        }
        else
        {
            builder.NotFound(
                "friction",
                $"{hard.Count} of {Phrase.Count(small.Count, "small action")} took an effort of {scope.Rules.HighEffort} or more of 7, fewer than {scope.Rules.HighEffortSamples}.",
                small.Count,
                small.SelectMany(one => one.Fact.Events));
        }
    }
}
