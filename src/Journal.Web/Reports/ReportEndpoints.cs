using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Http;

namespace Journal.Web.Reports;

internal static class ReportEndpoints
{
    private static readonly ReportList Every = new([.. AllReports.Kinds.Select(kind => new ReportLine(kind.Name, kind.Summary))]);

    public static void Map(IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("").WithTags("Reports");
        reports.MapGet("/reports", () => TypedResults.Ok(Every)).WithName("ListReports").WithSummary("Every report there is, and what each shows.");
        reports.MapGet("/reports/{report}", AnswerAsync).WithName("GetReport").WithSummary("A report, as JSON, comma-separated values or a drawing. alignment and cycles say more than the others, week by week and cycle by cycle.")
            .Produces<Report>(StatusCodes.Status200OK, "application/json", ReportAnswer.Csv, ReportAnswer.Svg);
        reports.MapGet("/rules", () => TypedResults.Ok(new RuleList(Rules.All))).WithName("GetRules").WithSummary("Every rule that reports judge by, with its default and its bounds.");
    }

    private static async Task<IResult> AnswerAsync(
        string report, [AsParameters] ReportQuery query, HttpRequest http, SignedIn signedIn, ReportQueries queries, ReportQuestions questions, CancellationToken ct)
    {
        var (kind, unknown) = ReportQueries.Find(report);
        if (kind is null)
            return Problems.Of(unknown!);
        var (request, refusal) = await questions.ReadAsync(signedIn.Person.As("api"), query, ct);
        return request is null ? Problems.Of(refusal!) : ReportAnswer.Of(await queries.ReportAsync(kind, signedIn.Person.Id, request, ct), http);
    }
}

/// <param name="Reports">In the order in which they are best read.</param>
internal sealed record ReportList(IReadOnlyList<ReportLine> Reports);

/// <param name="Name">Its part of the address.</param>
/// <param name="Summary">What it shows.</param>
internal sealed record ReportLine(string Name, string Summary);
