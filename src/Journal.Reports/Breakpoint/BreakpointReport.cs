using Journal.Reports.Metrics;

namespace Journal.Reports.Breakpoint;

/// <summary>How starts, decisions and corrections go with the load, and whether there is a load from which they go differently.</summary>
public static class BreakpointReport
{
    public static ReportKind Kind { get; } = new(
        "breakpoint",
        "How decisions, starts and corrections go with the number of open things, and from which load on they go differently, if there is one.",
        Write)
    {
        Question = "With how much open at once does it begin to go differently?",
    };

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

/// <summary>The load itself (M12): what is open, and what arrives a week.</summary>
internal static class LoadSection
{
    public static void Write(IReadOnlyList<LoadWeek> weeks, ReportBuilder builder)
    {
        var events = weeks.SelectMany(week => week.Events).ToList();
        var missing = Measure.Missing("decisions or commitments", 0);
        builder.Add("load.last", "Decisions and commitments open in the last week", "count", weeks.Count == 0 ? missing : Measure.Of(weeks[^1].Load, weeks[^1].Load, weeks[^1].Events));
        builder.Add("load.mean", "Decisions and commitments open in a week", "count", weeks.Count == 0 ? missing : Measure.Of(weeks.Average(week => week.Load), weeks.Count, events));
        builder.Add("arrivals.mean", "Decisions and commitments that come in a week", "count", weeks.Count == 0 ? missing : Measure.Of(weeks.Average(week => week.Arrivals), weeks.Count, events));
        builder.Add(new Series("load", "Decisions and commitments open in the week", "count", null, [.. weeks.Select(week => new Point(week.Week.Monday, week.Load, week.Load))]));
        builder.Add(new Table(
            "weeks",
            "Load and what goes with it, week by week",
            ["week", "load", "arrivals", "latencyHours", "onsetDelayMinutes", "correctionsPerFinished"],
            [.. weeks.Select(week => new Row(
                [week.Week.ToString(), Text.Cell(week.Load), Text.Cell(week.Arrivals), Cell(week.Latency), Cell(week.Delay), Cell(week.Corrections)], null, week.Events))]));
    }

    private static string? Cell(double value) => double.IsNaN(value) ? null : Text.Cell(value);
}

/// <summary>What may answer to the load.</summary>
/// <param name="Of">Its value in a week; NaN where not known.</param>
internal sealed record Response(string Name, string Label, string Unit, Func<LoadWeek, double> Of)
{
    /// <summary>As it stands within a sentence.</summary>
    public string Words => $"“{Label}”";

    public static IReadOnlyList<Response> All { get; } =
    [
        new("latency", "Time to a decision", "hours", week => week.Latency),
        new("onsetDelay", "From plan to start", "minutes", week => week.Delay),
        new("corrections", "Corrections per finished action", "ratio", week => week.Corrections),
    ];
}
