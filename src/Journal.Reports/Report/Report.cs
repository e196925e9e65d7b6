namespace Journal.Reports;

/// <summary>
/// A report: figures, findings, series and lists, each with what it rests on. All reports have this one shape, so that one writer serves each form
/// (JSON, CSV, terminal, page), and two reports can be compared figure by figure.
/// </summary>
/// <param name="Name">As in its address.</param>
/// <param name="Insufficient">What is missing before anything can be said; null when there is something.</param>
/// <param name="Asked">How many questions it asked of the record, what became of them, and what is missing for the others.</param>
/// <param name="Subjects">What the subjects that figures, findings and rows are about are called, in the order of their first mention.</param>
public record Report(
    string Name,
    ReportOrigin Origin,
    string? Insufficient,
    IReadOnlyList<SubjectTitle> Subjects,
    IReadOnlyList<Figure> Figures,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Series> Series,
    IReadOnlyList<Table> Tables,
    Asked Asked);

/// <param name="Kind">The word for its sort, as in its address.</param>
public sealed record SubjectTitle(Guid Id, string Kind, string Title);
