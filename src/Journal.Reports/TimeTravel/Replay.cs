using Journal.Facts;

namespace Journal.Reports.TimeTravel;

/// <summary>
/// Steps through a person's history and says what each step changed in a report. The events are folded once, however many steps there are: on the clock of
/// what was known step by step, on that of what was true before the first step.
/// </summary>
/// <remarks>Cost: one fold, and one report a step. For one thread, and for one run.</remarks>
public sealed class Replay
{
    private readonly Guid person;
    private readonly ReplayPlan plan;
    private readonly ReplaySpans spans;
    private readonly CancellationToken cancel;
    private readonly FactsSoFar facts = new();
    private Report last;
    private int steps;
    private long position;

    /// <summary>A replay of events.</summary>
    /// <param name="person">Whose they are.</param>
    /// <param name="plan">How to step.</param>
    /// <param name="events">All that are known, in the order of the log.</param>
    /// <param name="cancel">Looked at with every figure and by every search.</param>
    public Replay(Guid person, ReplayPlan plan, IReadOnlyList<RecordedEvent> events, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (this.person, this.plan, this.cancel) = (person, plan, cancel);
        spans = new(plan, events);
        if (plan.Clock == ReplayClock.True)
        {
            facts.Take(events);
        }

        last = See(spans.Before);
    }

    /// <summary>Whether a replay can go on behind a position: 0, or that of an event within the days stepped through.</summary>
    public bool Knows(long after) => spans.Knows(after);

    /// <summary>The steps behind a position, in their order. Steps in which nothing came and nothing moved are left out.</summary>
    /// <param name="after">The position of the last step seen; 0 for the beginning. A position within a step begins with what is left of it.</param>
    /// <exception cref="ArgumentException">No event of the history is at that position.</exception>
    public IEnumerable<ReplayedStep> Steps(long after = 0)
    {
        var (seen, rest) = spans.Split(after);
        foreach (var span in seen)
        {
            Take(span);
        }

        if (seen is [.., var latest])
        {
            last = See(latest);
        }

        foreach (var span in rest)
        {
            Take(span);
            var report = See(span);
            var changes = ReportChanges.Of(last, report);
            last = report;
            if (span.Events.Count > 0 || !changes.IsEmpty())
            {
                steps++;
                yield return new(position, span.Day, span.Moment, [.. span.Events.Select(ReplayedEvent.Of)], changes);
            }
        }
    }

    /// <summary>Where it stands after the steps that were taken.</summary>
    public ReplayEnd End() => new(position, steps, StateHash.Of(facts.ByKey()), StateHash.Of(last));

    private void Take(ReplaySpan span)
    {
        if (span.Events is [.., var e])
        {
            position = e.Position;
        }

        if (plan.Clock == ReplayClock.Known)
        {
            facts.Take(span.Events);
        }
    }

    private Report See(ReplaySpan span) => plan.Report.Of(person, Ask(span), facts.Now(), cancel);

    private ReportRequest Ask(ReplaySpan span) => plan.Clock == ReplayClock.True
        ? plan.Request with { AsOf = span.AsOf }
        : plan.Request with { To = span.Day < plan.Request.To ? span.Day : plan.Request.To };
}
