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
