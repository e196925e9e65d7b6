using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Reports.TimeTravel;

namespace Journal.Web.Pages;

/// <summary>A person's reports for one question, all from the same facts, and the facts as they stood then.</summary>
public sealed record Reading(
    PageQuery Query, ReportRequest Request, JournalFacts Facts, AlignmentReport Alignment, CyclesReport Cycles, Standing Standing)
{
    public static Reading Of(Guid person, PageQuery query, ReportRequest request, JournalFacts facts)
    {
        var (alignment, cycles) = (AlignmentReport.Of(person, request, facts), CyclesReport.Of(person, request, facts));
        return new(query, request, request.Seen(facts), alignment, cycles, Standing.Of(alignment, cycles));
    }

    /// <summary>The address of all weeks of a practice.</summary>
    public string WeeksAddress(Guid practice) => Query.On($"/practices/{practice:D}/weeks");

    /// <summary>The address of what a cycle, or progress still open, is told from.</summary>
    public string EvidenceAddress(Guid practice, DateOnly onset) => Query.On($"/cycles/{practice:D}/{onset:yyyy-MM-dd}");
}
