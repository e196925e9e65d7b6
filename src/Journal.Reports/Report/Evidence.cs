namespace Journal.Reports;

/// <summary>The events that something rests on, each once, in the order they come.</summary>
/// <remarks>
/// A report over years names tens of thousands of events again and again. A set grown anew each time would be large enough for the heap that only full
/// collections clean, so each thread keeps one to look repeats up in.
/// </remarks>
internal static class Evidence
{
    private const int Kept = 100_000;

    [ThreadStatic]
    private static Gathering? spare;

    public static Guid[] Of(IEnumerable<Guid> events)
    {
        // Events may be worked out as they come, by what gathers events of its own.
        var gathering = spare ?? new();
        spare = null;
        foreach (var one in events)
        {
            if (gathering.Seen.Add(one))
            {
                gathering.InOrder.Add(one);
            }
        }

        Guid[] distinct = [.. gathering.InOrder];
        gathering.Clear();
        spare = distinct.Length <= Kept ? gathering : null;
        return distinct;
    }

    private sealed class Gathering
    {
        public HashSet<Guid> Seen { get; } = [];

        public List<Guid> InOrder { get; } = [];

        public void Clear()
        {
            Seen.Clear();
            InOrder.Clear();
        }
    }
}
