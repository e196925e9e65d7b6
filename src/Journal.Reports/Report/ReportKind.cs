namespace Journal.Reports;

/// <summary>A report that can be asked for.</summary>
/// <param name="Name">As in its address and on the command line.</param>
/// <param name="Summary">What it answers, in one sentence.</param>
/// <param name="Write">Works it out. Pure: the same view gives the same report.</param>
public sealed record ReportKind(string Name, string Summary, Action<ReportView, ReportBuilder> Write)
{
    /// <summary>The report as the view sees it; worked out once for a view that is asked again.</summary>
    public Report Of(ReportView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return view.Report(this);
    }

    internal Report WorkOut(ReportView view)
    {
        var builder = new ReportBuilder(view);
        Write(view, builder);
        return builder.Close(Name);
    }
}
