using Journal.Reports.Weeks;

namespace Journal.Reports.Metrics;

/// <summary>Effort goes up while output stays flat and the process is the same (M11).</summary>
/// <param name="Before">The earlier window.</param>
/// <param name="After">The later window.</param>
/// <param name="Hours">Hours a week, before and after.</param>
/// <param name="Output">Output a week, before and after.</param>
/// <param name="Revised">Whether a version of a process took force between the first day of the earlier window and the last of the later one.</param>
internal sealed record Compression(Period Before, Period After, Comparison Hours, Comparison Output, bool Revised)
{
    public static readonly Rule CompressionEffort = new("compressionEffort", 0.25, 0, 10, "By what share effort has risen at least where output is compressed.");
    public static readonly Rule CompressionOutput = new("compressionOutput", 0.10, 0, 10, "By what share output has risen at most where it is flat.");
    public static readonly WholeRule CompressionWeeks = new("compressionWeeks", 4, 2, 52, "Weeks of each of the two windows that compression is looked for in.");

    public IEnumerable<Guid> Events => Hours.Events.Concat(Output.Events).Distinct();

    /// <summary>Whether it is compression by the rules.</summary>
    public bool Holds(IRules rules) => !Revised && Hours.Rose(rules[CompressionEffort]) && Output.Flat(rules[CompressionOutput]);

    /// <summary>One window against another.</summary>
    /// <returns>Null where either is not known in enough weeks of each.</returns>
    /// <remarks>Source: M11. Cost: linear in weeks.</remarks>
    public static Compression? Between(WorkRecords work, Period before, Period after)
    {
        var rules = work.View;
        return Comparison.Of(work.Weeks.Hours, before, after, rules) is { } hours && Comparison.Of(work.Weeks.Output, before, after, rules) is { } output
            ? new(before, after, hours, output, IsRevised(work, new(before.First.AddDays(1), after.Last)))
            : null;
    }

    /// <summary>The earlier half of the whole weeks against the later; of an odd number the middle one is left out.</summary>
    public static Compression? OfHalves(WorkRecords work)
    {
        var weeks = work.Weeks.Hours;
        var half = weeks.Count / 2;
        return half == 0 ? null : Between(work, Period.Of(weeks[0].Week, weeks[half - 1].Week), Period.Of(weeks[^half].Week, weeks[^1].Week));
    }

    /// <summary>Every stretch in which a window was compressed against the one before it, by its first such window.</summary>
    /// <remarks>Windows move week by week; those that touch make one stretch.</remarks>
    public static IReadOnlyList<Compression> Stretches(WorkRecords work)
    {
        var (weeks, length) = (work.Weeks.Hours, work.View[CompressionWeeks]);
        var found = new List<Compression>();
        IsoWeek? reached = null;
        for (var first = 0; first + (2 * length) <= weeks.Count; first++)
        {
            var before = Period.Of(weeks[first].Week, weeks[first + length - 1].Week);
            var after = Period.Of(weeks[first + length].Week, weeks[first + (2 * length) - 1].Week);
            if (Between(work, before, after) is not { } one || !one.Holds(work.View))
            {
                continue;
            }

            if (reached is not { } until || until < IsoWeek.Of(after.First))
            {
                found.Add(one);
            }

            reached = IsoWeek.Of(after.Last);
        }

        return found;
    }

    private static bool IsRevised(WorkRecords work, Period period) =>
        work.Processes.SelectMany(process => process.Versions.Skip(1)).Any(version => period.Covers(version.From));
}
