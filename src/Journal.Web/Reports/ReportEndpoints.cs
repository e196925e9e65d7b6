using Journal.Recording;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Reports;

internal static class ReportEndpoints
{
    private static readonly string[] Parameters = ["from", "to", "asOf", "knownAt", "aim", "rules"];

    public static void Map(IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/alignment", Alignment).WithName("GetAlignment").WithSummary("Each layer's score per ISO week, and each practice's adherence.");
        reports.MapGet("/cycles", Cycles).WithName("GetCycles").WithSummary("Which practices made progress, and where a regression followed.");
        foreach (var kind in JournalReports.All)
        {
            reports.MapGet($"/{kind.Name}", ([AsParameters] ReportQuery query, HttpRequest http, SignedIn signedIn, ReportQueries queries, ReportQuestions questions, CancellationToken ct) =>
                    AnswerAsync(kind, query, http, signedIn, queries, questions, ct))
                .WithName($"Get{char.ToUpperInvariant(kind.Name[0])}{kind.Name[1..]}Report").WithSummary(kind.Summary)
                .Produces<Report>(StatusCodes.Status200OK, "application/json", ReportAnswer.Csv, ReportAnswer.Svg);
        }
    }

    private static async Task<IResult> AnswerAsync(
        ReportKind kind, ReportQuery query, HttpRequest http, SignedIn signedIn, ReportQueries queries, ReportQuestions questions, CancellationToken ct)
    {
        var (request, refusal) = await ReadAsync(query, http, signedIn, questions, ct);
        return request is null ? Problems.Of(refusal!) : ReportAnswer.Of(await queries.ReportAsync(kind, signedIn.Person.Id, request, ct), http);
    }

    private static async Task<Results<Ok<AlignmentReport>, ProblemHttpResult>> Alignment(
        [AsParameters] ReportQuery query, HttpRequest http, SignedIn signedIn, ReportQueries queries, ReportQuestions questions, CancellationToken ct)
    {
        var (request, refusal) = await ReadAsync(query, http, signedIn, questions, ct);
        return request is null ? Problems.Of(refusal!) : TypedResults.Ok(await queries.AlignmentAsync(signedIn.Person.Id, request, ct));
    }

    private static async Task<Results<Ok<CyclesReport>, ProblemHttpResult>> Cycles(
        [AsParameters] ReportQuery query, HttpRequest http, SignedIn signedIn, ReportQueries queries, ReportQuestions questions, CancellationToken ct)
    {
        var (request, refusal) = await ReadAsync(query, http, signedIn, questions, ct);
        return request is null ? Problems.Of(refusal!) : TypedResults.Ok(await queries.CyclesAsync(signedIn.Person.Id, request, ct));
    }

    // A mistyped parameter must not answer another question than was asked.
    private static async Task<(ReportRequest? Request, Refusal? Refusal)> ReadAsync(
        ReportQuery query, HttpRequest http, SignedIn signedIn, ReportQuestions questions, CancellationToken ct) =>
        http.Query.Keys.Any(name => !Parameters.Contains(name, StringComparer.OrdinalIgnoreCase))
            ? (null, Refusal.Invalid("query.unknown", $"A report is asked by {string.Join(", ", Parameters)}."))
            : await questions.ReadAsync(signedIn.Person.As("api"), query, ct);
}
