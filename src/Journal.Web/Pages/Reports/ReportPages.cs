using Journal.Reports;
using Journal.Web.Access;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Overview;
using Journal.Web.Reports;
using Journal.Web.Sharing;

namespace Journal.Web.Pages.Reports;

/// <summary>The reports as pages, and as files to take away.</summary>
internal static class ReportPages
{
    private const int Comments = 20;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/reports", (_, _, seen, _) => Task.FromResult<IResult>(Page.Of<ReportsPage>(seen)));
        pages.MapPage("/reports/{report}", (http, signedIn, seen, ct) => AnswerAsync(http, signedIn, seen, http.GetRouteValue("report") as string, async (asked, request, report) => Page.Of<ReportPage>(
            seen, ("Asked", asked), ("Request", request), ("Report", report),
            ("Comments", await http.RequestServices.GetRequiredService<CommentsReceived>().ListAsync(signedIn.Person.Id, null, report.Name, null, Comments, ct))), ct));
        pages.MapPage("/reports/{report}.{form}", SaveAsync);
        pages.MapPage("/review", (http, signedIn, seen, ct) => AnswerAsync(http, signedIn, seen, "review", (asked, request, report) => Task.FromResult<IResult>(Page.Of<ReviewPage>(seen, ("Asked", asked), ("Request", request), ("Report", report))), ct));
    }

    private static async Task<IResult> SaveAsync(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct) =>
        http.GetRouteValue("form") is string ending && ReportAnswer.Form(ending) is { } form
            ? await AnswerAsync(http, signedIn, seen, http.GetRouteValue("report") as string, (_, _, report) =>
            {
                http.Response.Headers.ContentDisposition = $"attachment; filename=\"{report.Name}-{Wording.Iso(report.Origin.To)}.{ending}\"";
                return Task.FromResult(ReportAnswer.Of(report, form));
            }, ct)
            : Page.Missing(seen, http);

    private static async Task<IResult> AnswerAsync(
        HttpContext http, SignedIn signedIn, Seen seen, string? name, Func<ReportAsked, ReportRequest, Report, Task<IResult>> show, CancellationToken ct)
    {
        if (ReportQueries.Find(name).Kind is not { } kind)
            return Page.Missing(seen, http);
        var asked = ReportAsked.Of(kind, http.Request.Query);
        var (request, refusal) = await http.RequestServices.GetRequiredService<ReadingSource>().AskAsync(asked.Query, signedIn.Person, ct);
        if (request is not null)
            return await show(asked, request, await http.RequestServices.GetRequiredService<ReportQueries>().ReportAsync(kind, signedIn.Person.Id, request, ct));
        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page.Of<ReportPage>(seen, ("Asked", asked), ("Refusal", QuestionWords.Of(refusal!)));
    }
}
