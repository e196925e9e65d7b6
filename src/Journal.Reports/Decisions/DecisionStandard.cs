using Journal.Decisions;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>A decision against the standard of its class that was in force when it was opened.</summary>
/// <param name="Hours">How long it took, or has taken so far.</param>
internal sealed record JudgedDecision(DecisionFact Decision, StandardFact Standard, double Hours)
{
    /// <summary>Hours beyond the standard; 0 within it.</summary>
    public double Breach => Math.Max(0, Hours - Standard.Hours);

    public bool Made => Decision.FirstMadeAt is not null;

    public IEnumerable<Guid> Events => Decision.Events.Concat(Standard.Events);

    /// <summary>Every decision a standard speaks of; one that is open within its standard says nothing yet.</summary>
    public static IReadOnlyList<JudgedDecision> Of(Scope scope)
    {
        var standards = scope.Facts.Of<StandardFact>().ToList();
        return
        [
            .. scope.Decisions.Select(decision => Of(decision, standards, scope.End)).OfType<JudgedDecision>()
                .Where(judged => judged.Made || judged.Breach > 0),
        ];
    }

    private static JudgedDecision? Of(DecisionFact decision, List<StandardFact> standards, DateTimeOffset end)
    {
        var inForce = standards.Where(standard => standard.OccurredAt <= decision.OccurredAt).ToList();
        var standard = inForce.LastOrDefault(one => one.Class is not null && string.Equals(one.Class, decision.Class, StringComparison.OrdinalIgnoreCase))
            ?? inForce.LastOrDefault(one => one.Class is null);
        return standard is null ? null : new(decision, standard, (DecisionMetrics.Until(decision, end) - decision.OccurredAt).TotalHours);
    }
}

/// <summary>Decisions against the standards of their classes (C164). What is open past its standard breaches it.</summary>
internal static class StandardSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var judged = JudgedDecision.Of(scope);
        var breaches = judged.Where(one => one.Breach > 0).ToList();
        builder.Add("standard.kept", "Decisions within their standard", "share", Kept(judged));
        builder.Add(
            "standard.breachHours",
            "Hours beyond the standards, over all breaches",
            "hours",
            judged.Count == 0 ? Kept(judged) : Measure.Of(breaches.Sum(one => one.Breach), judged.Count, breaches.SelectMany(one => one.Events)));
        builder.Add(new Table(
            "standard.breaches",
            "Decisions beyond their standard",
            ["question", "class", "standardHours", "hours", "breachHours", "state"],
            [.. breaches.OrderByDescending(one => one.Breach).ThenBy(one => one.Decision.Id).Select(Row)]));
    }

    private static Measure Kept(IReadOnlyList<JudgedDecision> judged) => judged.Count == 0
        ? Measure.Missing("a standard set before a decision that was made or is past it")
        : Measure.Of((double)judged.Count(one => one.Breach == 0) / judged.Count, judged.Count, judged.SelectMany(one => one.Events));

    private static Row Row(JudgedDecision one) => new(
        [
            one.Decision.Question,
            one.Standard.Class,
            Text.Cell(one.Standard.Hours),
            Text.Cell(one.Hours),
            Text.Cell(one.Breach),
            one.Made ? "made" : one.Decision.Closed is null ? "open" : "dropped",
        ],
        one.Decision.Id,
        [.. one.Events]);
}

/// <summary>Going over a decision without anything new (M2, M3, C123).</summary>
internal static class AnalysisSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        builder.Add("passes.mean", "Reviews in a row without a new fact, a decision", "count", DecisionMetrics.Passes(scope.Decisions, scope.Rules));
        builder.Add("reopenings.mean", "Times a made decision was opened again", "count", DecisionMetrics.Reopenings(scope.Decisions, scope.Rules));
        if (scope.Decisions.Count == 0)
        {
            builder.Insufficient("overAnalysis", "decisions opened in the window");
            return;
        }

        var breaches = JudgedDecision.Of(scope).Where(judged => judged.Breach > 0).ToDictionary(judged => judged.Decision.Id);
        var flagged = scope.Decisions
            .Select(decision => (Decision: decision, Passes: DecisionMetrics.PassesOf(decision), Breach: breaches.GetValueOrDefault(decision.Id)))
            .Where(one => one.Passes >= scope.Rules[DecisionMetrics.ManyPasses] || one.Breach is not null)
            .ToList();
        foreach (var (decision, passes, breach) in flagged)
        {
            builder.Found("overAnalysis", Sentence(decision.Question, passes, breach), decision.Reviews.Count, breach?.Events ?? decision.Events, decision.Id);
        }

        if (flagged.Count == 0)
        {
            builder.NotFound(
                "overAnalysis",
                $"None of {Text.Count(scope.Decisions.Count, "decision")} had {scope.Rules[DecisionMetrics.ManyPasses]} reviews in a row without a new fact or went past its standard.",
                scope.Decisions.Count,
                scope.Decisions.SelectMany(decision => decision.Events));
        }
    }

    private static string Sentence(string question, int passes, JudgedDecision? breach) =>
        $"\"{question}\": {Text.Count(passes, "review")} in a row without a new fact"
        + (breach is null ? "." : $"; {Text.Number(breach.Breach)} hours beyond its standard of {Text.Number(breach.Standard.Hours)}.");
}
