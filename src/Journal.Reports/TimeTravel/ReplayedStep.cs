using Journal.Facts;
using Journal.Recording;

namespace Journal.Reports.TimeTravel;

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
    internal static ReplayedEvent Of(RecordedEvent e) => new(e.Id, e.Type, e.Stream, e.Position, ((IJournalEvent)e.Data).OccurredAt, e.RecordedAt);
}

/// <summary>Where a replay ended.</summary>
/// <param name="Position">The last event seen.</param>
/// <param name="Steps">Steps shown.</param>
/// <param name="Facts">Hash of all facts, as <c>journal verify</c> has it.</param>
/// <param name="Report">Hash of the report at the last step.</param>
public sealed record ReplayEnd(long Position, int Steps, string Facts, string Report);
