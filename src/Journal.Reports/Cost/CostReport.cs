using Journal.Reports.Metrics;

namespace Journal.Reports.Cost;

/// <summary>What slipping, waiting and doing again cost, and which pairs of load and effect rise together.</summary>
public static class CostReport
{
    public static ReportKind Kind { get; } = new(
        "cost",
        "What slipping, waiting and doing things again cost in days, hours and effort, each total with the records it is the sum of.",
        Write)
    {
        Question = "What do slipping, waiting and doing again cost?",
    };

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        TotalSection.Write(scope, builder);
        PairSection.Write(scope, builder);
    }
}

/// <summary>The totals (C30) and the drag (C156), each the sum of the rows it names.</summary>
internal static class TotalSection
{
    public static void Write(Scope scope, ReportBuilder builder)
    {
        var costs = CostEvent.Of(scope);
        builder.Add("slipped", "Days past the due time, or past the planned start where nothing was due", "days", Total(costs, "commitments past their due time or plan", CostEvent.Slip));
        builder.Add("waiting", "Time spent waiting", "hours", Total(costs, "time recorded as waiting", CostEvent.Waiting));
        builder.Add("rework", "Time spent doing something again", "hours", Total(costs, "corrections with their minutes", CostEvent.Rework));
        builder.Add("drag", "Waiting and doing again", "hours", Total(costs, "time recorded as waiting, or corrections with their minutes", CostEvent.Waiting, CostEvent.Rework));
        builder.Add("effort", "Effort (1 to 7 each) of what came late or had to be corrected", "points", Total(costs, "rated efforts of what came late or was corrected", CostEvent.Effort));
        builder.Add(new Table(
            "costs",
            "What the totals are the sums of",
            ["sort", "day", "amount", "unit", "of"],
            [.. costs.Select(cost => new Row([cost.Sort, Text.Day(cost.Day), Text.Cell(cost.Amount), Unit(cost.Sort), cost.Fact.Kind], cost.Fact.Id, cost.Fact.Events))]));
    }

    private static Measure Total(IReadOnlyList<CostEvent> costs, string missing, params string[] sorts)
    {
        var summed = costs.Where(cost => sorts.Contains(cost.Sort)).ToList();
        return summed.Count == 0
            ? Measure.Missing(missing)
            : Measure.Of(summed.Sum(cost => cost.Amount), summed.Count, summed.SelectMany(cost => cost.Fact.Events));
    }

    private static string Unit(string sort) => sort switch
    {
        CostEvent.Slip => "days",
        CostEvent.Effort => "points",
        _ => "hours",
    };
}
