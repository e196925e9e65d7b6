namespace Journal.EventStore;

/// <summary>Which events of a stream to read.</summary>
/// <param name="From">The first version, from 1.</param>
/// <param name="To">The last version.</param>
/// <param name="RecordedUntil">Only what was appended up to this moment; null for all.</param>
/// <param name="IncludeArchived">True to read an archived stream too, which is otherwise empty.</param>
public sealed record StreamRange(long From = 1, long To = long.MaxValue, DateTimeOffset? RecordedUntil = null, bool IncludeArchived = false)
{
    /// <summary>All of it.</summary>
    public static StreamRange Whole { get; } = new();
}
