using Journal.Reports.Facts;
using Journal.Reports.Figures;
using Journal.Reports.Metrics;

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

    public static void Write(Scope scope, ReportSheet sheet)
    {
        foreach (var (name, label, rating) in Ratings)
        {
            sheet.Add(
                $"{name}.volatility",
                $"{label}: mean square of the change from one rating to the next",
                "points squared",
                StateMetrics.Volatility(scope.Samples, rating, scope.Rules));
            sheet.Add(
                $"{name}.acute",
                $"{label}: changes of {scope.Rules.AcuteStep} points or more from one rating to the next",
                "share",
                StateMetrics.AcuteChange(scope.Samples, rating, scope.Rules));
        }
    }
}
