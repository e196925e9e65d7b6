using Journal.Reports.Metrics;

namespace Journal.Reports.Breakpoint;

/// <summary>How starts, decisions and corrections go with the load, and whether there is a load from which they go differently.</summary>
public static class BreakpointReport
{
    public static ReportKind Kind { get; } = new(
        "breakpoint",
        "How decisions, starts and corrections go with the number of open things, and from which load on they go differently, if there is one.",
        Write);

    private static void Write(ReportView view, ReportBuilder builder)
    {
        var scope = Scope.Of(view);
        var weeks = view.Part(seen => LoadWeek.Of(Scope.Of(seen)));
        LoadSection.Write(weeks, builder);
        foreach (var response in Response.All)
        {
            BandSection.Write(response, weeks, scope, builder);
            KneeSection.Write(response, weeks, builder);
        }
    }
}
