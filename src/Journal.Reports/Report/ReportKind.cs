using Journal.Facts;

namespace Journal.Reports;

/// <summary>A report that can be asked for.</summary>
/// <param name="Name">As in its address and on the command line.</param>
/// <param name="Summary">What it answers, in one sentence.</param>
/// <param name="Write">Works it out. Pure: the same view gives the same report.</param>
public sealed record ReportKind(string Name, string Summary, Action<ReportView, ReportBuilder> Write)
{
    /// <summary>What a person would ask it, in their words; its name where it has none.</summary>
    public string Question { get; init; } = Name;

    /// <summary>Adds to the common form what this report says besides; its answer is of this form then.</summary>
    public Func<ReportView, Report, Report>? Detail { get; init; }

    /// <summary>The form of its answer.</summary>
    public Type Form { get; init; } = typeof(Report);

    /// <summary>The report on a person's facts; worked out once for a question that is asked again.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="request">Over which days, seen from when, by which rules.</param>
    /// <param name="facts">Everything known of them.</param>
    /// <param name="cancel">Looked at with every figure and by every search; what was not finished is not kept.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Report Of(Guid person, ReportRequest request, JournalFacts facts, CancellationToken cancel = default) => ReportCache.Answered(this, person, request, facts, cancel);

    /// <summary>The report as a view sees it.</summary>
    public Report Of(ReportView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return Of(view.Person, view.Request, view.Facts, view.Cancel);
    }

    internal Report WorkOut(ReportView view)
    {
        var builder = new ReportBuilder(view);
        Write(view, builder);
        var report = builder.Close(Name);
        return Detail?.Invoke(view, report) ?? report;
    }
}
