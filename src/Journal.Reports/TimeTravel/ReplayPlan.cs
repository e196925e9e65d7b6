namespace Journal.Reports.TimeTravel;

public enum ReplayStep
{
    /// <summary>Each event is a step; on the clock of what was true, all that occurred at one instant.</summary>
    Event,

    Day,

    /// <summary>ISO weeks.</summary>
    Week,
}

public enum ReplayClock
{
    /// <summary>Append time: what was known, event by event in the order of the log.</summary>
    Known,

    /// <summary>Valid time: what was true, by all that is known in the end.</summary>
    True,
}

/// <summary>How a history is stepped through.</summary>
/// <param name="Report">The report whose figures are watched.</param>
/// <param name="Request">By which rules and for which aim; steps end with its last day.</param>
/// <param name="Zone">In which days of append time are told apart. Days of valid time are those that were lived.</param>
public sealed record ReplayPlan(ReportKind Report, ReportRequest Request, ReplayStep Step, ReplayClock Clock, TimeZoneInfo Zone)
{
    /// <summary>The first day that is stepped through; what lies before it is there from the start.</summary>
    public DateOnly? From { get; init; }
}
