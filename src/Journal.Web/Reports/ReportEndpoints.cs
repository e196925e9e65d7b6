using Journal.Recording;
using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Http;

namespace Journal.Web.Reports;

internal static class ReportEndpoints
{
    private static readonly string[] Parameters = ["from", "to", "asOf", "knownAt", "aim", "rules"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("").WithTags("Reports");
        reports.MapGet("/rules", () => TypedResults.Ok(new RuleList(Rules.All))).WithName("GetRules").WithSummary("Every rule that reports judge by, with its default and its bounds.");
        foreach (var kind in AllReports.Kinds)
        {
            reports.MapGet($"/reports/{kind.Name}", ([AsParameters] ReportQuery query, HttpRequest http, SignedIn signedIn, ReportQueries queries, ReportQuestions questions, CancellationToken ct) =>
                    AnswerAsync(kind, query, http, signedIn, queries, questions, ct))
                .WithName($"Get{char.ToUpperInvariant(kind.Name[0])}{kind.Name[1..]}Report").WithSummary(kind.Summary)
                .Produces(StatusCodes.Status200OK, kind.Form, "application/json", ReportAnswer.Csv, ReportAnswer.Svg);
        }
    }

    // A mistyped parameter must not answer another question than was asked.
    private static async Task<IResult> AnswerAsync(
        ReportKind kind, ReportQuery query, HttpRequest http, SignedIn signedIn, ReportQueries queries, ReportQuestions questions, CancellationToken ct)
    {
        var (request, refusal) = http.Query.Keys.Any(name => !Parameters.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? (null, Refusal.Invalid("query.unknown", $"A report is asked by {string.Join(", ", Parameters)}."))
            : await questions.ReadAsync(signedIn.Person.As("api"), query, ct);
        return request is null ? Problems.Of(refusal!) : ReportAnswer.Of(await queries.ReportAsync(kind, signedIn.Person.Id, request, ct), http);
    }
}
