using Journal.Reports.Metrics;
using Journal.States;

namespace Journal.Reports.Energy;

/// <summary>Confidence where there is action, doubt where there is a pause, frustration where weeks are inconsistent (C33 to C35), each beside its mean on the other days.</summary>
internal static class PhaseSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        Write(scope, builder, "confidence.action", "Confidence on days of action", sample => sample.Confidence, PhaseDays.OfAction(scope));
        Write(scope, builder, "doubt.pauses", "Doubt on days with a pause", sample => sample.Doubt, PhaseDays.OfPauses(scope));
        Write(scope, builder, "frustration.inconsistency", "Frustration in weeks below the floor or with a miss", sample => sample.Frustration, PhaseDays.OfInconsistentWeeks(scope));
    }

    private static void Write(Scope scope, ReportBuilder builder, string name, string label, Func<StateFact, int?> rating, IReadOnlySet<DateOnly> days)
    {
        var others = scope.Samples.Select(sample => sample.Day).Where(day => !days.Contains(day)).ToHashSet();
        builder.Add(name, label, "points", StateMetrics.Mean(scope.Samples, rating, days, scope.Rules));
        builder.Add($"{name}.otherwise", $"{label}: on other days", "points", StateMetrics.Mean(scope.Samples, rating, others, scope.Rules));
    }
}
