using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

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

        var breaches = Held.Of(scope).Where(held => held.Breach > 0).ToDictionary(held => held.Decision.Id);
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

    private static string Sentence(string question, int passes, Held? breach) =>
        $"\"{question}\": {Text.Count(passes, "review")} in a row without a new fact"
        + (breach is null ? "." : $"; {Text.Number(breach.Breach)} hours beyond its standard of {Text.Number(breach.Standard.Hours)}.");
}
