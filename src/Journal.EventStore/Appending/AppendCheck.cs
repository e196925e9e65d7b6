namespace Journal.EventStore.Appending;

/// <summary>What an append must be before it is sent anywhere.</summary>
internal static class AppendCheck
{
    /// <exception cref="ArgumentException">It is not.</exception>
    public static void Validate(StreamAppend append)
    {
        ArgumentNullException.ThrowIfNull(append);
        ArgumentException.ThrowIfNullOrEmpty(append.Tenant, nameof(append));
        if (append.Stream == Guid.Empty)
            throw new ArgumentException("A stream id is not empty.", nameof(append));
        if (append.Events.Count == 0)
            throw new ArgumentException("An append has at least one event.", nameof(append));
        if (append.Events.Count > 1 && HasTwins(append.Events))
            throw new ArgumentException("Two events of the append have the same id.", nameof(append));
    }

    private static bool HasTwins(IReadOnlyList<NewEvent> events)
    {
        var ids = new HashSet<Guid>(events.Count);
        return events.Any(e => !ids.Add(e.Id));
    }
}
