using System.Globalization;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports.Weeks;

namespace Journal.Reports.TimeTravel;

/// <summary>What one step covers.</summary>
/// <param name="Day">Its last day.</param>
/// <param name="Moment">The moment it ends with.</param>
/// <param name="AsOf">The same as a moment of valid time.</param>
internal sealed record ReplaySpan(DateOnly Day, string Moment, ValidTime AsOf, IReadOnlyList<RecordedEvent> Events);

/// <summary>Cuts a history into steps.</summary>
internal sealed class ReplaySpans
{
    private readonly ReplayPlan plan;
    private readonly List<Placed> placed;

    public ReplaySpans(ReplayPlan plan, IReadOnlyList<RecordedEvent> events)
    {
        this.plan = plan;
        placed = [.. plan.Clock == ReplayClock.Known ? InOrderOfTheLog(events) : AsTheyOccurred(events)];
    }

    /// <summary>The moment before anything happened.</summary>
    public ReplaySpan Before => Until((placed is [var first, ..] ? First(first.Day) : plan.Request.Last).AddDays(-1), []);

    /// <summary>Whether an event is at a position, or it is the beginning.</summary>
    public bool Knows(long after) => after == 0 || Covered.Any(one => one.Event.Position == after);

    private IEnumerable<Placed> Covered => placed.TakeWhile(one => one.Day <= plan.Request.Last);

    /// <summary>The spans up to a position and before the first day asked for, and those behind.</summary>
    public (IReadOnlyList<ReplaySpan> Seen, IEnumerable<ReplaySpan> Behind) Split(long after)
    {
        var events = Covered.ToList();
        var seen = after == 0 ? 0 : events.FindIndex(one => one.Event.Position == after) + 1;
        if (after != 0 && seen == 0)
        {
            throw new ArgumentException("No event of this history is at that position.", nameof(after));
        }

        if (plan.From is { } from)
        {
            seen = Math.Max(seen, events.TakeWhile(one => First(one.Day) < First(from)).Count());
        }

        // On the clock of what was true, a moment is there whole or not at all.
        while (plan.Clock == ReplayClock.True && seen > 0 && seen < events.Count && Same(events[seen - 1], events[seen]))
        {
            seen++;
        }

        var before = events[..seen];
        return (before.Count > 0 ? [Span(before)] : [], Spans(before is [.., var latest] ? latest : null, events[seen..]));
    }

    private IEnumerable<ReplaySpan> Spans(Placed? before, List<Placed> events)
    {
        var day = before?.Day;
        for (var start = 0; start < events.Count;)
        {
            foreach (var quiet in Quiet(day, First(events[start].Day)))
            {
                yield return quiet;
            }

            var end = start + 1;
            while (end < events.Count && Same(events[start], events[end]))
            {
                end++;
            }

            day = events[start].Day;
            yield return Span(events[start..end]);
            start = end;
        }

        foreach (var quiet in Quiet(day, plan.Request.Last.AddDays(1)))
        {
            yield return quiet;
        }
    }

    // Days and weeks in which nothing was recorded move figures too: what was due was not done.
    private IEnumerable<ReplaySpan> Quiet(DateOnly? after, DateOnly until)
    {
        if (after is not { } day || plan.Step == ReplayStep.Event)
        {
            yield break;
        }

        for (day = Last(day).AddDays(1); day < until; day = Last(day).AddDays(1))
        {
            if (plan.From is not { } from || Last(day) >= from)
            {
                yield return Until(Last(day), []);
            }
        }
    }

    private bool Same(Placed one, Placed other) => (plan.Step, plan.Clock) switch
    {
        (ReplayStep.Event, ReplayClock.Known) => false,
        (ReplayStep.Event, _) => Occurred(one.Event) == Occurred(other.Event),
        _ => First(one.Day) == First(other.Day),
    };

    private ReplaySpan Span(List<Placed> events)
    {
        var ((day, at, _), bodies) = (events[^1], events.ConvertAll(one => one.Event));
        return plan.Step != ReplayStep.Event ? Until(Last(day), bodies)
            : new(day, at.ToString("O", CultureInfo.InvariantCulture), ValidTime.At(at), bodies);
    }

    private ReplaySpan Until(DateOnly day, IReadOnlyList<RecordedEvent> events)
    {
        var last = day < plan.Request.Last ? day : plan.Request.Last;
        return new(last, last.ToString("O", CultureInfo.InvariantCulture), ValidTime.EndOf(last), events);
    }

    private DateOnly First(DateOnly day) => plan.Step == ReplayStep.Week ? IsoWeek.Of(day).Monday : day;

    private DateOnly Last(DateOnly day) => plan.Step == ReplayStep.Week ? IsoWeek.Of(day).Sunday : day;

    // The log's order decides; where clocks of writers differ by a little, a day does not come back.
    private IEnumerable<Placed> InOrderOfTheLog(IReadOnlyList<RecordedEvent> events)
    {
        var latest = DateTimeOffset.MinValue;
        foreach (var e in events)
        {
            latest = e.RecordedAt > latest ? e.RecordedAt : latest;
            var local = TimeZoneInfo.ConvertTime(latest, plan.Zone);
            yield return new(DateOnly.FromDateTime(local.DateTime), local, e);
        }
    }

    private IEnumerable<Placed> AsTheyOccurred(IReadOnlyList<RecordedEvent> events)
    {
        var all = events.Select(e => new Placed(DateOnly.FromDateTime(Occurred(e).DateTime), Occurred(e), e));
        return plan.Step == ReplayStep.Event
            ? all.OrderBy(one => one.At).ThenBy(one => one.Event.Position)
            : all.OrderBy(one => one.Day).ThenBy(one => one.At).ThenBy(one => one.Event.Position);
    }

    private static DateTimeOffset Occurred(RecordedEvent e) => e.OccurredAt;

    private sealed record Placed(DateOnly Day, DateTimeOffset At, RecordedEvent Event);
}
