using Journal.Facts;

namespace Journal.Reports;

/// <summary>The views that were asked for last on one state of a person's facts, so that the next report of the same request finds what another has worked out.</summary>
internal sealed class ReportViews
{
    // Each may hold a few megabytes for somebody with years of daily records.
    private const int Kept = 2;
    private readonly Lock gate = new();
    private readonly List<ReportView> views = [];

    public ReportView Of(Guid person, ReportRequest request, JournalFacts facts)
    {
        lock (gate)
        {
            var view = views.Find(known => known.Person == person && known.Request == request) ?? new(person, request, facts);
            views.Remove(view);
            views.Insert(0, view);
            views.RemoveRange(Math.Min(Kept, views.Count), views.Count - Math.Min(Kept, views.Count));
            return view;
        }
    }
}
