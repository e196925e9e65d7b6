using System.Globalization;
using Journal.Recording;
using Journal.Reports.TimeTravel;
using Journal.Web.Access;
using Journal.Web.Http;
using Journal.Web.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.TimeTravel;

internal static class ExplainEndpoints
{
    internal static Refusal Unknown { get; } = Refusal.Unknown("figure.unknown", "The report has no figure and no finding of that name, for that subject and day.");

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/explain/{report}/{figure}", Get)
        .WithTags("Time travel").WithName("ExplainFigure").WithSummary("The events, rules and code that a figure or finding came from.");

    private static async Task<Results<Ok<Explanation>, ProblemHttpResult>> Get(
        string report, string figure, [AsParameters] ReportQuery asked, [AsParameters] ExplainQuery query, SignedIn signedIn, ReportQuestions questions, TimeTravelQueries queries, CancellationToken ct)
    {
        var (kind, unknown) = ReportQueries.Find(report);
        if (unknown is not null)
            return Problems.Of(unknown);
        if (!Day(query.On, out var on))
            return Problems.Of(Refusal.Invalid("time.invalid", "on is a date, such as 2026-01-05."));
        var author = signedIn.Person.As("api");
        var (request, refusal) = await questions.ReadAsync(author, asked, ct);
        return request is null ? Problems.Of(refusal!)
            : await queries.ExplainAsync(kind!, author.Person, request, figure, query.Subject, on, ct) is { } explanation ? TypedResults.Ok(explanation)
            : Problems.Of(Unknown);
    }

    private static bool Day(string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return text is null || day is not null;
    }
}

internal sealed record ExplainQuery
{
    /// <summary>Only the figure of this subject.</summary>
    public Guid? Subject { get; init; }

    /// <summary>Only the figure whose window holds this day.</summary>
    public string? On { get; init; }
}
