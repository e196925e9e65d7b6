using Journal.Facts;

namespace Journal.Reports.TimeTravel;

/// <summary>Events with what they speak of.</summary>
/// <param name="Events">Those that were named, in the order of the log.</param>
/// <param name="Context">The other events of the same subjects.</param>
/// <param name="All">Both, in the order of the log.</param>
public sealed record Evidence(IReadOnlyList<RecordedEvent> Events, IReadOnlyList<RecordedEvent> Context, IReadOnlyList<RecordedEvent> All)
{
    /// <summary>Finds events by their ids.</summary>
    /// <param name="ids">The events' ids.</param>
    /// <param name="events">The person's events, in the order of the log.</param>
    public static Evidence Of(IEnumerable<Guid> ids, IReadOnlyList<RecordedEvent> events)
    {
        var named = ids.ToHashSet();
        var subjects = events.Where(e => named.Contains(e.Id)).Select(e => e.Stream).ToHashSet();
        var all = events.Where(e => subjects.Contains(e.Stream)).ToList();
        return new([.. all.Where(e => named.Contains(e.Id))], [.. all.Where(e => !named.Contains(e.Id))], all);
    }
}
