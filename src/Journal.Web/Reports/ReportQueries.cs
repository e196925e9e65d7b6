using Journal.Facts;
using Journal.Reports;

namespace Journal.Web.Reports;

/// <summary>Answers a person's requests for reports, from the facts as they stand or as they were known.</summary>
public sealed class ReportQueries(FactsReader facts)
{
    public async Task<Report> ReportAsync(ReportKind kind, Guid person, ReportRequest request, CancellationToken ct) =>
        kind.Of(person, request, await facts.ReadAsync(person, request.KnownAt, ct));
}
