namespace Journal.Reports;

/// <summary>The day that each of some events of a view speaks of.</summary>
internal sealed class RecordedDays
{
    private readonly Dictionary<Guid, DateOnly> days = [];

    /// <param name="view">Where they are looked for.</param>
    /// <param name="events">Those that will be asked for.</param>
    public RecordedDays(ReportView view, IEnumerable<Guid> events)
    {
        var asked = events.ToHashSet();
        if (asked.Count == 0)
        {
            return;
        }

        foreach (var fact in view.Facts.All)
        {
            for (var i = 0; i < fact.Events.Count; i++)
            {
                if (asked.Contains(fact.Events[i]))
                {
                    days[fact.Events[i]] = i == fact.Events.Count - 1 && fact.LastDay <= view.Last ? fact.LastDay : fact.Day;
                }
            }
        }
    }

    /// <summary>The last of the days of some events; null where there is none.</summary>
    public DateOnly? Last(IReadOnlyList<Guid> events)
    {
        DateOnly? last = null;
        foreach (var id in events)
        {
            if (days.TryGetValue(id, out var day) && !(day < last))
            {
                last = day;
            }
        }

        return last;
    }
}
