namespace Journal.Reports.Breakpoint;

/// <summary>What may answer to the load.</summary>
/// <param name="Of">Its value in a week; NaN where not known.</param>
internal sealed record Response(string Name, string Label, string Unit, Func<LoadWeek, double> Of)
{
    public static IReadOnlyList<Response> All { get; } =
    [
        new("latency", "Time to a decision", "hours", week => week.Latency),
        new("onsetDelay", "From plan to start", "minutes", week => week.Delay),
        new("corrections", "Corrections per finished action", "ratio", week => week.Corrections),
    ];
}
