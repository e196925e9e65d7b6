using Journal.Reports.Cycles;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Interventions;

/// <summary>
/// Before and after: up to <c>spanWeeks</c> whole weeks before the week an intervention began in, and as many from the one after it on. A figure needs
/// <c>comparedWeeks</c> known weeks on each side. The week it began in belongs to neither.
/// </summary>
internal static class SidesSection
{
    public static readonly WholeRule SpanWeeks = new("spanWeeks", 8, 1, 104, "Weeks before an intervention that it is compared with, and as many from its start on.");

    private static readonly (string Name, string Label, string Unit, Func<InterventionWeek, double?> Of)[] Readings =
    [
        ("adherence", "mean adherence", "share", week => week.Adherence),
        ("friction", "mean effort of what was done", "rating", week => week.Friction),
        ("delay", "mean delay of starts", "days", week => week.Delay),
        ("latency", "median time to decide", "hours", week => week.Latency),
        ("corrections", "corrections per finished outcome", "ratio", week => week.Corrections),
    ];

    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<InterventionWindow> windows)
    {
        var rows = new List<Row>();
        foreach (var window in windows)
        {
            var (before, after) = Sides(window, view[SpanWeeks]);
            TrialSection.Write(view, builder, window, before, after);
            foreach (var reading in Readings.Append(("consistency", "share of weeks at the progress level", "share", week => week.Adherence is { } known ? known >= view[CycleRules.Progress] ? 1 : 0 : null)))
            {
                rows.Add(Compare(view, builder, window, reading, before, after));
            }
        }

        builder.Add(new Table("sides", "Before and after each intervention", ["intervention", "reading", "unit", "before", "weeksBefore", "after", "weeksAfter", "change"], rows));
    }

    private static (IReadOnlyList<InterventionWeek> Before, IReadOnlyList<InterventionWeek> After) Sides(InterventionWindow window, int span)
    {
        var start = IsoWeek.Of(window.Start);
        return ([.. window.Weeks.Where(week => week.Week < start).TakeLast(span)], [.. window.Weeks.Where(week => week.Week > start).Take(span)]);
    }

    private static Row Compare(
        ReportView view,
        ReportBuilder builder,
        InterventionWindow window,
        (string Name, string Label, string Unit, Func<InterventionWeek, double?> Of) reading,
        IReadOnlyList<InterventionWeek> before,
        IReadOnlyList<InterventionWeek> after)
    {
        var (first, second) = (Side(window, before, reading.Of, view[Comparison.ComparedWeeks]), Side(window, after, reading.Of, view[Comparison.ComparedWeeks]));
        builder.Add($"{reading.Name}.before", $"{reading.Label} before", reading.Unit, first, window.Id, before.Count > 0 ? before[0].Week.Monday : null, before.Count > 0 ? before[^1].Week.Sunday : null);
        builder.Add($"{reading.Name}.after", $"{reading.Label} after", reading.Unit, second, window.Id, after.Count > 0 ? after[0].Week.Monday : null, after.Count > 0 ? after[^1].Week.Sunday : null);
        return new(
            [
                window.Fact.Title,
                reading.Name,
                reading.Unit,
                Text.Cell(first.Value),
                Text.Cell(first.N),
                Text.Cell(second.Value),
                Text.Cell(second.N),
                Change(second.Value - first.Value),
            ],
            window.Id,
            [.. window.Fact.Events.Concat(first.Events).Concat(second.Events).Distinct()]);
    }

    private static Measure Side(InterventionWindow window, IReadOnlyList<InterventionWeek> weeks, Func<InterventionWeek, double?> of, int needed)
    {
        var known = weeks.Where(week => of(week) is not null).ToList();
        var events = known.SelectMany(week => week.Events).Concat(window.Fact.Events);
        return known.Count < needed ? Measure.Missing($"{known.Count} of {needed} known weeks", known.Count, events) : Measure.Of(known.Average(week => of(week)!.Value), known.Count, events);
    }

    private static string Change(double? change) => change switch
    {
        null => "insufficient",
        > 1e-9 => "higher",
        < -1e-9 => "lower",
        _ => "unchanged",
    };
}
