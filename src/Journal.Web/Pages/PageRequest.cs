using Journal.Recording;
using Journal.Reports;
using Journal.Web.Reports;

namespace Journal.Web.Pages;

/// <summary>Reads what a page is asked, as the reports are asked over HTTP, in a person's own time.</summary>
internal static class PageRequest
{
    /// <param name="query">As it was written.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="now">The present.</param>
    /// <returns>What to ask the reports, or what cannot be read.</returns>
    public static (ReportRequest? Request, Refusal? Refusal) Of(PageQuery query, TimeZoneInfo zone, DateTimeOffset now) =>
        ReportRequests.Read(new() { From = query.From, To = query.To, AsOf = query.AsOf, KnownAt = query.KnownAt, Rules = [.. Rules(query)] }, zone, now);

    private static IEnumerable<string> Rules(PageQuery query)
    {
        if (query.Drop is { } drop)
            yield return $"drop={drop}";
        if (query.Progress is { } progress)
            yield return $"progress={progress}";
    }
}
