using Journal.Reports.Metrics;
using Journal.States;

namespace Journal.Reports.Energy;

/// <summary>How much each rating moves from one sample to the next (C36, M14).</summary>
internal static class VolatilitySection
{
    private static readonly (string Name, string Label, Func<StateFact, int?> Rating)[] Ratings =
    [
        ("energy", "Energy", sample => sample.Energy),
        ("motivation", "Motivation", sample => sample.Motivation),
        ("confidence", "Confidence", sample => sample.Confidence),
        ("doubt", "Doubt", sample => sample.Doubt),
        ("frustration", "Frustration", sample => sample.Frustration),
    ];

    public static void Write(Scope scope, ReportBuilder builder)
    {
        foreach (var (name, label, rating) in Ratings)
        {
            builder.Add(
                $"{name}.volatility",
                $"{label}: mean square of the change from one rating to the next",
                "points squared",
                StateMetrics.Volatility(scope.Samples, rating, scope.Rules));
            builder.Add(
                $"{name}.acute",
                $"{label}: changes of {scope.Rules[StateMetrics.AcuteStep]} points or more from one rating to the next",
                "share",
                StateMetrics.AcuteChange(scope.Samples, rating, scope.Rules));
        }
    }
}
