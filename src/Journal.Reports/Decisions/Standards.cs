using Journal.Decisions;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>A decision against the standard of its class that was in force when it was opened.</summary>
/// <param name="Hours">How long it took, or has taken so far.</param>
internal sealed record Held(DecisionFact Decision, StandardFact Standard, double Hours)
{
    /// <summary>Hours beyond the standard; 0 within it.</summary>
    public double Breach => Math.Max(0, Hours - Standard.Hours);

    public bool Made => Decision.FirstMadeAt is not null;

    public IEnumerable<Guid> Events => Decision.Events.Concat(Standard.Events);

    /// <summary>Every decision a standard speaks of; one that is open within its standard says nothing yet.</summary>
    public static IReadOnlyList<Held> Of(Scope scope)
    {
        var standards = scope.Facts.Of<StandardFact>().ToList();
        return
        [
            .. scope.Decisions.Select(decision => Of(decision, standards, scope.End)).OfType<Held>()
                .Where(held => held.Made || held.Breach > 0),
        ];
    }

    private static Held? Of(DecisionFact decision, List<StandardFact> standards, DateTimeOffset end)
    {
        var inForce = standards.Where(standard => standard.OccurredAt <= decision.OccurredAt).ToList();
        var standard = inForce.LastOrDefault(one => one.Class is not null && string.Equals(one.Class, decision.Class, StringComparison.OrdinalIgnoreCase))
            ?? inForce.LastOrDefault(one => one.Class is null);
        return standard is null ? null : new(decision, standard, (DecisionMetrics.Until(decision, end) - decision.OccurredAt).TotalHours);
    }
}
