using Journal.Decisions;
using Journal.Reports.Metrics;

namespace Journal.Reports.Decisions;

/// <summary>Decisions made at once on an outside trigger, with no options written down (C124).</summary>
internal static class ReactiveSection
{
    public static readonly Rule ReactiveHours = new("reactiveHours", 1, 0, 8784, "Hours from an outside trigger within which a decision without options is reactive.");

    public static void Write(Scope scope, ReportBuilder builder)
    {
        var made = scope.Decisions.Where(decision => decision.FirstMadeAt is not null).ToList();
        builder.Add(
            "reactive",
            $"Made within {Text.Number(scope.Rules[ReactiveHours])} hours of an outside trigger, with no options",
            "share",
            Measure.Share(made, decision => IsReactive(decision, scope), "decisions that were made", scope.Rules));
        builder.Add(new Table(
            "reactive.decisions",
            "Decisions made at once, with no options",
            ["question", "triggeredAt", "madeAt"],
            [.. made.Where(decision => IsReactive(decision, scope)).Select(one => new Row([one.Question, Text.Cell(one.TriggeredAt), Text.Cell(one.FirstMadeAt)], one.Id, one.Events))]));
    }

    private static bool IsReactive(DecisionFact decision, Scope scope) =>
        decision.Options == 0 && (decision.FirstMadeAt - decision.TriggeredAt)?.TotalHours is { } hours && hours >= 0 && hours <= scope.Rules[ReactiveHours];
}
