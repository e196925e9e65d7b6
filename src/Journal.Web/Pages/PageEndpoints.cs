using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Pages.Cycles;
using Journal.Web.Pages.Explaining;
using Journal.Web.Pages.Layout;
using Journal.Web.Pages.Overview;
using Journal.Web.Reports;
using Journal.Web.TimeTravel;

namespace Journal.Web.Pages;

/// <summary>The pages of a signed-in person. They only ever look, and only at that person's journal.</summary>
internal static class PageEndpoints
{
    /// <summary>Maps <c>/</c>, <c>/cycles/{practice}/{onset}</c>, <c>/practices/{practice}/weeks</c>, <c>/explain/{report}/{figure}/{day}</c> and what they load from <c>/assets</c>.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        Asset.Map(app);
        // Whoever is not signed in is told how to be, in a page and not in a problem document.
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/", GetOverview);
        pages.MapGet("/cycles/{practice:guid}/{onset}", GetCycle);
        pages.MapGet("/practices/{practice:guid}/weeks", GetWeeks);
        pages.MapGet("/explain/{report}/{figure}/{day}", GetExplanation);
    }

    private static async Task<HtmlPage> GetOverview(HttpContext context, SignedIn? signedIn, ReadingSource source, CancellationToken ct)
    {
        if (signedIn is null)
            return new HtmlPage(MessagePage.Welcome());
        var (reading, refusal) = await source.ReadAsync(context.Request, signedIn.Person, ct);
        return refusal ?? new HtmlPage(OverviewPage.Of(reading!, new Uri($"{context.Request.Scheme}://{context.Request.Host}")));
    }

    private static async Task<HtmlPage> GetCycle(
        Guid practice, string onset, HttpContext context, SignedIn? signedIn, ReadingSource source, PersonEvents events, CancellationToken ct)
    {
        if (signedIn is null)
            return new HtmlPage(MessagePage.Welcome(), StatusCodes.Status401Unauthorized);
        var (reading, refusal) = await source.ReadAsync(context.Request, signedIn.Person, ct);
        if (refusal is not null)
            return refusal;
        if (!DateOnly.TryParseExact(onset, "yyyy-MM-dd", out var day) || CycleEvidence.Find(reading!, practice, day) is not { } evidence)
            return Missing(signedIn);

        // All of a cycle's events are outcomes of its practice, and those are in its stream.
        var stream = await events.SubjectAsync(signedIn.Person.Id.ToString("D"), practice, 1, ct);
        return new HtmlPage(CyclePage.Of(reading!, evidence, evidence.Select(stream)));
    }

    private static async Task<HtmlPage> GetWeeks(Guid practice, HttpContext context, SignedIn? signedIn, ReadingSource source, CancellationToken ct)
    {
        if (signedIn is null)
            return new HtmlPage(MessagePage.Welcome(), StatusCodes.Status401Unauthorized);
        var (reading, refusal) = await source.ReadAsync(context.Request, signedIn.Person, ct);
        if (refusal is not null)
            return refusal;
        return PracticeView.Of(reading!).FirstOrDefault(view => view.Practice.Id == practice) is { } found ? new HtmlPage(WeeksPage.Of(reading!, found)) : Missing(signedIn);
    }

    private static async Task<HtmlPage> GetExplanation(
        string report, string figure, string day, HttpContext context, SignedIn? signedIn, ReadingSource source, TimeTravelQueries queries, CancellationToken ct)
    {
        if (signedIn is null)
            return new HtmlPage(MessagePage.Welcome(), StatusCodes.Status401Unauthorized);
        var (reading, refusal) = await source.ReadAsync(context.Request, signedIn.Person, ct);
        if (refusal is not null)
            return refusal;
        return ReportQueries.Find(report).Kind is { } kind && DateOnly.TryParseExact(day, "yyyy-MM-dd", out var on)
            && await queries.ExplainAsync(kind, signedIn.Person.Id, reading!.Request, figure, null, on, ct) is { } explanation
            ? new HtmlPage(ExplanationPage.Of(reading, explanation))
            : Missing(signedIn);
    }

    private static HtmlPage Missing(SignedIn signedIn) => new(MessagePage.Nothing(signedIn.Person.Handle), StatusCodes.Status404NotFound);
}
