using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Web.Telemetry;

namespace Journal.Web.Reports;

/// <summary>Answers a person's requests for reports, from the facts as they stand or as they were known.</summary>
public sealed class ReportQueries(FactsReader facts, JournalMeter meter)
{
    /// <summary>The report of a name; <c>report.unknown</c> when there is none.</summary>
    public static (ReportKind? Kind, Refusal? Refusal) Find(string? name) => AllReports.Find(name ?? "") is { } kind
        ? (kind, null)
        : (null, Refusal.Unknown("report.unknown", $"There is no such report; the reports are {string.Join(", ", AllReports.Kinds.Select(known => known.Name))}."));

    public Task<Report> ReportAsync(ReportKind kind, Guid person, ReportRequest request, CancellationToken ct) =>
        meter.TimeAsync(kind, async () => kind.Of(person, request, await facts.ReadAsync(person, request.KnownAt, ct), ct));
}
