using Journal.Domain;
using Journal.Reports.Provenance;
using Journal.Server.Recording;
using Journal.Server.Reports;

namespace Journal.Server.Pages;

/// <summary>Reads what a page is asked, as the reports are asked over HTTP, in a person's own time.</summary>
internal static class PageRequest
{
    /// <param name="query">As it was written.</param>
    /// <param name="zone">The person's zone.</param>
    /// <param name="now">The present.</param>
    /// <returns>What to ask the reports, or what cannot be read.</returns>
    public static (ReportRequest? Request, Refusal? Refusal) Of(PageQuery query, TimeZoneInfo zone, DateTimeOffset now)
    {
        var (request, refusal) = ReportRequests.Read(new(query.From, query.To, query.AsOf, query.KnownAt, null, [.. Rules(query)]), zone, now);
        if (request is null)
            return (null, refusal);

        // Every week up to the last day is worked out and drawn. A day may be there already for somebody further east.
        var today = DateOnly.FromDateTime(Moment.Local(now, zone).DateTime);
        return request.To > today.AddDays(1) ? (null, Refusal.Invalid("to.future", "The last day lies in the future."))
            : request.From > request.To ? (null, Refusal.Invalid("time.order", "The first day lies after the last."))
            : (request, null);
    }

    private static IEnumerable<string> Rules(PageQuery query)
    {
        if (query.Drop is { } drop)
            yield return $"drop={drop}";
        if (query.Progress is { } progress)
            yield return $"progress={progress}";
    }
}
