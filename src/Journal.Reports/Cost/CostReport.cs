using Journal.Reports.Metrics;

namespace Journal.Reports.Cost;

/// <summary>What slipping, waiting and doing again cost, and which pairs of load and effect rise together.</summary>
public static class CostReport
{
    public static ReportKind Kind { get; } = new(
        "cost",
        "What slipping, waiting and doing things again cost in days, hours and effort, each total with the records it is the sum of.",
        Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        TotalSection.Write(scope, builder);
        PairSection.Write(scope, builder);
    }
}
