namespace Journal.Reports.TimeTravel;

/// <summary>Two reports of the same name beside each other: which figures moved, which findings changed, and because of which events.</summary>
/// <param name="Before">How the first was asked, and what it was made from.</param>
/// <param name="After">How the second was asked.</param>
public sealed record ReportComparison(string Report, ReportOrigin Before, ReportOrigin After, ReportChanges Changes)
{
    /// <exception cref="ArgumentException">The two are different reports.</exception>
    public static ReportComparison Of(Report before, Report after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return before.Name == after.Name
            ? new(before.Name, before.Origin, after.Origin, ReportChanges.Of(before, after))
            : throw new ArgumentException($"{before.Name} and {after.Name} are different reports.", nameof(after));
    }

    /// <summary>Every event that stands behind a change.</summary>
    public IReadOnlySet<Guid> Events() =>
        Changes.Figures.Select(figure => figure.Events).Concat(Changes.Findings.Select(finding => finding.Events)).SelectMany(events => events.Added.Concat(events.Removed)).ToHashSet();
}

/// <summary>
/// The aggregates of one report for two people beside each other: figures over a whole window and about no single subject. Neither learns what the other wrote,
/// named or did: no ids, no titles, no sentences, no days but those of the window.
/// </summary>
/// <param name="Report">Its name.</param>
/// <param name="RulesA">The rules that the first was asked by.</param>
/// <param name="RulesB">The rules that the second was asked by.</param>
/// <param name="Figures">In the order of the report; those that neither has a value of are left out.</param>
public sealed record PeopleComparison(string Report, string RulesA, string RulesB, IReadOnlyList<AggregatePair> Figures)
{
    /// <exception cref="ArgumentException">The two are different reports.</exception>
    public static PeopleComparison Of(Report a, Report b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Name != b.Name)
        {
            throw new ArgumentException($"{a.Name} and {b.Name} are different reports.", nameof(b));
        }

        var (ofA, ofB) = (Aggregates(a), Aggregates(b));
        var pairs = ofA.Keys.Concat(ofB.Keys).Distinct(StringComparer.Ordinal).Select(name => AggregatePair.Of(ofA.GetValueOrDefault(name), ofB.GetValueOrDefault(name)));
        return new(a.Name, a.Origin.RulesVersion, b.Origin.RulesVersion, [.. pairs.Where(pair => pair.A is not null || pair.B is not null)]);
    }

    // What comes up more than once speaks of weeks or of days, and those would tell when.
    private static Dictionary<string, Figure> Aggregates(Report report) =>
        report.Figures.GroupBy(figure => figure.Name, StringComparer.Ordinal).Where(same => same.Count() == 1).Select(same => same.Single()).Where(figure => figure.Subject is null)
            .ToDictionary(figure => figure.Name, StringComparer.Ordinal);
}

/// <summary>One figure of two people.</summary>
/// <param name="A">Null where the first has no value.</param>
/// <param name="Difference">B less A; null where either is missing.</param>
public sealed record AggregatePair(string Name, string Label, string Unit, Aggregate? A, Aggregate? B, double? Difference)
{
    internal static AggregatePair Of(Figure? a, Figure? b)
    {
        var (shown, ofA, ofB) = (a ?? b!, Aggregate.Of(a), Aggregate.Of(b));
        return new(shown.Name, shown.Label, shown.Unit, ofA, ofB, ofB?.Value - ofA?.Value is { } difference ? Math.Round(difference, 4) : null);
    }
}

/// <param name="N">How many observations it rests on.</param>
public sealed record Aggregate(double Value, int N, Interval? Interval)
{
    internal static Aggregate? Of(Figure? figure) => figure?.Value is { } value ? new(value, figure.N, figure.Interval) : null;
}
