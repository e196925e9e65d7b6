using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Pages.Administering;
using Journal.Web.Pages.Cycles;
using Journal.Web.Pages.Erasing;
using Journal.Web.Pages.Explaining;
using Journal.Web.Pages.Glossary;
using Journal.Web.Pages.Importing;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Notices;
using Journal.Web.Pages.Overview;
using Journal.Web.Pages.Reports;
using Journal.Web.Pages.Settings;
using Journal.Web.Pages.Sharing;
using Journal.Web.Pages.SigningIn;
using Journal.Web.Pages.Subjects;
using Journal.Web.Pages.Timeline;
using Journal.Web.Pages.TimeTravel;
using Journal.Web.Pages.Today;
using Journal.Web.Reports;
using Journal.Web.TimeTravel;

namespace Journal.Web.Pages;

/// <summary>The pages of a signed-in person: they show that person's journal and record in it, and no other's.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        Asset.Map(app);
        // Whoever is not signed in is told how to be, in a page and not in a problem document.
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        TodayEndpoints.Map(pages);
        TimelineEndpoints.Map(pages);
        SubjectEndpoints.Map(pages);
        SettingsEndpoints.Map(pages);
        ErasePages.Map(pages);
        WaysInEndpoints.Map(pages);
        NoticePages.Map(pages);
        WebhookPages.Map(pages);
        ReportPages.Map(pages);
        SharingPages.Map(pages);
        CommentPages.Map(pages);
        TimeTravelPages.Map(pages);
        pages.MapPage("/words", (_, _, seen, _) => Task.FromResult<IResult>(Page.Of<WordsPage>(seen)));
        ImportPages.Map(pages);
        PeopleHerePages.Map(app);
        pages.MapPage("/standing", GetOverview);
        pages.MapPage("/cycles/{practice:guid}/{onset}", GetCycle);
        pages.MapPage("/practices/{practice:guid}/weeks", GetWeeks);
        pages.MapPage("/explain/{report}/{figure}/{day}", GetExplanation);
    }

    private static async Task<IResult> GetOverview(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var (reading, refusal) = await ReadAsync(http, signedIn, seen, ct);
        return refusal ?? Page.Of<OverviewPage>(seen, ("Reading", reading), ("Server", new Uri($"{http.Request.Scheme}://{http.Request.Host}")));
    }

    private static async Task<IResult> GetCycle(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var (reading, refusal) = await ReadAsync(http, signedIn, seen, ct);
        if (refusal is not null)
            return refusal;
        var practice = Id(http, "practice");
        if (!DateOnly.TryParseExact(http.GetRouteValue("onset") as string, "yyyy-MM-dd", out var day) || CycleEvidence.Find(reading!, practice, day) is not { } evidence)
            return Page.Missing(seen, http);

        // All of a cycle's events are outcomes of its practice, and those are in its stream.
        var stream = await http.RequestServices.GetRequiredService<PersonEvents>().SubjectAsync(signedIn.Person.Id.ToString("D"), practice, 1, ct);
        return Page.Of<CyclePage>(seen, ("Reading", reading), ("Evidence", evidence), ("Events", evidence.Select(stream)));
    }

    private static async Task<IResult> GetWeeks(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var (reading, refusal) = await ReadAsync(http, signedIn, seen, ct);
        if (refusal is not null)
            return refusal;
        var practice = Id(http, "practice");
        return PracticeView.Of(reading!).FirstOrDefault(view => view.Practice.Id == practice) is { } found
            ? Page.Of<WeeksPage>(seen, ("Reading", reading), ("View", found))
            : Page.Missing(seen, http);
    }

    private static async Task<IResult> GetExplanation(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var (reading, refusal) = await ReadAsync(http, signedIn, seen, ct);
        if (refusal is not null)
            return refusal;
        var (report, figure, day) = (http.GetRouteValue("report") as string, (string)http.GetRouteValue("figure")!, http.GetRouteValue("day") as string);
        return ReportQueries.Find(report).Kind is { } kind && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on)
            && await http.RequestServices.GetRequiredService<TimeTravelQueries>().ExplainAsync(kind, signedIn.Person.Id, reading!.Request, figure, Guid.TryParse(http.Request.Query["subject"], out var subject) ? subject : null, on, ct) is { } explanation
            ? Page.Of<ExplanationPage>(seen, ("Reading", reading), ("Explanation", explanation))
            : Page.Missing(seen, http);
    }

    private static async Task<(Reading? Reading, IResult? Refusal)> ReadAsync(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var query = PageQuery.Of(http.Request.Query);
        var (reading, refusal) = await http.RequestServices.GetRequiredService<ReadingSource>().ReadAsync(query, signedIn.Person, ct);
        if (refusal is null)
            return (reading, null);
        http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return (null, Page.Of<OverviewPage>(seen, ("Query", query), ("Refusal", QuestionWords.Of(refusal))));
    }

    private static Guid Id(HttpContext http, string name) => Guid.Parse((string)http.GetRouteValue(name)!);
}
