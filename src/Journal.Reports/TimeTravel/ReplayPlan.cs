using Journal.Facts;

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

/// <summary>One step of a replay.</summary>
/// <param name="Position">The last event seen; a replay behind it goes on with the next step.</param>
/// <param name="Day">The last day of the step.</param>
/// <param name="Moment">The moment on the replay's clock: an instant, or the day to its end.</param>
/// <param name="Events">What came with the step; empty where only time went by.</param>
/// <param name="Changes">What the report says that it did not say a step before.</param>
public sealed record ReplayedStep(long Position, DateOnly Day, string Moment, IReadOnlyList<ReplayedEvent> Events, ReportChanges Changes);

/// <summary>An event as it comes up in a replay. Its body is in the history.</summary>
/// <param name="Type">Its stored name.</param>
/// <param name="Subject">The stream it is in.</param>
public sealed record ReplayedEvent(Guid Id, string Type, Guid Subject, long Position, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt)
{
    internal static ReplayedEvent Of(RecordedEvent e) => new(e.Id, e.Type, e.Stream, e.Position, e.OccurredAt, e.RecordedAt);
}

/// <summary>Where a replay ended.</summary>
/// <param name="Position">The last event seen.</param>
/// <param name="Steps">Steps shown.</param>
/// <param name="Facts">Hash of all facts, as <c>journal verify</c> has it.</param>
/// <param name="Report">Hash of the report at the last step.</param>
public sealed record ReplayEnd(long Position, int Steps, string Facts, string Report);
