using Journal.Facts;
using Journal.Reports;
using ReportSeries = Journal.Reports.Series;

namespace Journal.Web.Pages.Reports;

/// <summary>A report laid out for a page: what is known of each subject, and what came again and again beside its days.</summary>
/// <param name="Subjects">The journal as a whole first, then each subject that figures are about.</param>
/// <param name="Series">Those that have a value.</param>
/// <param name="Tables">Those that have a row.</param>
public sealed record ReportSheet(
    Report Report, IReadOnlyList<Finding> Found, IReadOnlyList<Finding> NotFound, IReadOnlyList<SubjectFigures> Subjects, IReadOnlyList<ReportSeries> Series, IReadOnlyList<Table> Tables)
{
    public static ReportSheet Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var drawn = report.Series.Where(series => series.Points.Any(point => point.Value is not null)).ToList();
        var shown = drawn.Select(series => (series.Name, series.Subject)).ToHashSet();
        var titles = report.Subjects.ToDictionary(subject => subject.Id);
        return new(
            report,
            [.. report.Findings.Where(finding => finding.State == FindingState.Found)],
            [.. report.Findings.Where(finding => finding.State == FindingState.NotFound)],
            [
                .. report.Figures.Where(figure => figure.Value is not null && !shown.Contains((figure.Name, figure.Subject))).GroupBy(figure => figure.Subject).OrderBy(same => same.Key is not null)
                    .Select(same => SubjectFigures.Of(same.Key is { } id ? titles.GetValueOrDefault(id) : null, [.. same])),
            ],
            drawn,
            [.. report.Tables.Where(table => table.Rows.Count > 0)]);
    }

    /// <summary>The days of a figure that is drawn as a series, to ask what each rests on.</summary>
    public IReadOnlySet<DateOnly> Explained(ReportSeries series) =>
        Report.Figures.Where(figure => (figure.Name, figure.Subject) == (series.Name, series.Subject) && figure.Value is not null).Select(figure => figure.From).ToHashSet();

    /// <summary>Whether a finding can be asked for by its name: the only one of it, and no figure has it.</summary>
    public bool IsNamed(Finding finding) =>
        Report.Findings.Count(other => other.Name == finding.Name && other.Subject == finding.Subject) == 1 && !Report.Figures.Any(figure => string.Equals(figure.Name, finding.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The page of a subject; null where it has none.</summary>
    public static string? Address(SubjectTitle subject) =>
        subject.Kind is "practice" or "aim" or "belief" or "decision" or "intervention" && FactKinds.All.FirstOrDefault(kind => kind.Word == subject.Kind) is { } kind ? $"/{kind.Plural}/{subject.Id:D}" : null;
}

/// <summary>What is known of one subject.</summary>
/// <param name="Subject">Null for the journal as a whole.</param>
/// <param name="Once">Figures that come once.</param>
/// <param name="Repeated">Figures that come with several windows: those with the same windows side by side.</param>
public sealed record SubjectFigures(SubjectTitle? Subject, IReadOnlyList<Figure> Once, IReadOnlyList<RepeatedFigures> Repeated)
{
    internal static SubjectFigures Of(SubjectTitle? subject, IReadOnlyList<Figure> figures)
    {
        var groups = figures.GroupBy(figure => figure.Name).Select(same => same.ToList()).ToList();
        return new(
            subject,
            [.. groups.Where(same => same.Count == 1).Select(same => same[0])],
            [.. groups.Where(same => same.Count > 1).GroupBy(same => string.Join(' ', same.Select(figure => $"{figure.From:O}{figure.To:O}"))).Select(alike => RepeatedFigures.Of([.. alike]))]);
    }
}

/// <summary>Figures of one subject over the same windows.</summary>
/// <param name="Columns">One figure of each name.</param>
/// <param name="Rows">A row a window, the newest first, each with the figures in the order of the columns.</param>
public sealed record RepeatedFigures(IReadOnlyList<Figure> Columns, IReadOnlyList<IReadOnlyList<Figure>> Rows)
{
    internal static RepeatedFigures Of(IReadOnlyList<List<Figure>> names) => new(
        [.. names.Select(name => name[0])],
        [.. Enumerable.Range(0, names[0].Count).Select(row => names.Select(name => name[row]).ToList()).OrderByDescending(row => row[0].From)]);
}
