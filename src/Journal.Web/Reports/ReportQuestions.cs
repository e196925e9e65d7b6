using Journal.Recording;
using Journal.Reports;

namespace Journal.Web.Reports;

/// <summary>Reads what a report is asked, moments with names included.</summary>
public sealed class ReportQuestions(NamedTimes times, TimeProvider clock)
{
    /// <returns>The request, or why there is none: <c>moment.unknown</c>, and as <see cref="ReportRequests.Read"/>.</returns>
    public async Task<(ReportRequest? Request, Refusal? Refusal)> ReadAsync(Author author, ReportQuery query, CancellationToken ct)
    {
        var (asOf, knownAt, refusal) = await times.ResolveAsync(author, query.AsOf, query.KnownAt, ct);
        return refusal is null ? ReportRequests.Read(query with { AsOf = asOf, KnownAt = knownAt }, author.Zone, clock.GetUtcNow()) : (null, refusal);
    }
}
