using Journal.Facts;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Execution;

/// <summary>Whether a practice holds only because it is forced (C47): enforcement or friction high while adherence holds (M16, M13, M6).</summary>
internal static class HeldByEffort
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var enforcement = StateMetrics.Enforcement(scope.Samples, scope.Rules);
        var friction = Measure.Mean([.. Rated(scope)], "rated efforts", scope.Rules);
        var weeks = scope.Practices.SelectMany(practice => practice.Weeks).Where(week => week.Adherence is not null).ToList();
        builder.Add("enforcement.median", "From -3 (it carries me) to +3 (I force myself)", "points", enforcement);
        builder.Add("effort.mean", "Effort of what was done, 1 to 7", "points", friction);
        var adherence = weeks.Count == 0 ? (double?)null : weeks.Average(week => week.Adherence!.Value);
        var forced = enforcement.Value > 0 || friction.Value >= scope.Rules[FrictionMetrics.HighEffort];
        var figures = $"adherence {Text.Percent(adherence)}"
            + (enforcement.Value is { } median ? $", enforcement {Text.Number(median)} of -3 to 3" : "")
            + (friction.Value is { } mean ? $", effort {Text.Number(mean)} of 7" : "");
        var (n, events) = (enforcement.N + friction.N + weeks.Count, enforcement.Events.Concat(friction.Events).Concat(weeks.SelectMany(week => week.Events)));
        builder.Judge(
            "heldByEffort",
            weeks.Count < scope.Rules[Measure.Fewest] || (enforcement.Value is null && friction.Value is null)
                ? Measure.Missing($"at least {scope.Rules[Measure.Fewest]} known weeks, and as many ratings of enforcement or effort", n, events)
                : Measure.Of(adherence!.Value, n, events),
            adherence >= scope.Rules[WeeklyAdherence.Progress] && forced,
            $"Held by effort: {figures}.",
            $"{(forced ? "Effort is high and adherence does not hold" : "Not held by effort")}: {figures}.");
    }

    private static IEnumerable<(double Value, Fact Fact)> Rated(Scope scope) =>
        scope.Commitments.Where(one => one.Ending?.Effort is not null).Select(one => ((double)one.Ending!.Effort!.Value, (Fact)one))
            .Concat(scope.Outcomes.Where(one => one.Effort is not null).Select(one => ((double)one.Effort!.Value, (Fact)one)));
}
