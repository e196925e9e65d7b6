using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;

namespace Journal.Web.Reports;

/// <summary>Answers a person's requests for reports, from the facts as they stand or as they were known.</summary>
public sealed class ReportQueries(FactsReader facts)
{
    public async Task<AlignmentReport> AlignmentAsync(Guid person, ReportRequest request, CancellationToken ct) =>
        AlignmentReport.Of(person, request, await facts.ReadAsync(person, request.KnownAt, ct));

    public async Task<CyclesReport> CyclesAsync(Guid person, ReportRequest request, CancellationToken ct) =>
        CyclesReport.Of(person, request, await facts.ReadAsync(person, request.KnownAt, ct));

    /// <summary>One of the reports that share a shape.</summary>
    public async Task<Report> ReportAsync(ReportKind kind, Guid person, ReportRequest request, CancellationToken ct) =>
        kind.Of((await facts.ReadAsync(person, request.KnownAt, ct)).View(person, request));
}
