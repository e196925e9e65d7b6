using Journal.Facts;
using Journal.Recording;

namespace Journal.Reports;

/// <summary>What a report is asked: over which days, seen from when, by which rules.</summary>
public sealed record ReportRequest
{
    /// <summary>The first day that counts; the first of the history when null.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day that counts, in the person's own time.</summary>
    public required DateOnly To { get; init; }

    /// <summary>Valid time: only what was true by then.</summary>
    public ValidTime? AsOf { get; init; }

    /// <summary>Append time: only what was recorded by then.</summary>
    public DateTimeOffset? KnownAt { get; init; }

    /// <summary>The day it is for the person; null when it does not matter. What is recorded of later days is left out until then, unless it is asked for as true on such a day.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Only what is linked to this aim.</summary>
    public Guid? Aim { get; init; }

    public RuleSet Rules { get; init; } = RuleSet.Default;

    /// <summary>A person's facts as the report sees them.</summary>
    public JournalFacts Seen(JournalFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return AsOf is { } moment ? facts.AsOf(moment)
            : Today is { } today && facts.LastDay > today ? facts.AsOf(ValidTime.EndOf(today))
            : facts;
    }

    /// <summary>The last day that counts once <see cref="AsOf"/> is taken into account.</summary>
    public DateOnly Last => AsOf is { } asOf && asOf.Day < To ? asOf.Day : To;
}
