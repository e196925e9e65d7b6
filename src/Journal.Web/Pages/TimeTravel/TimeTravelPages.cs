using Journal.Facts;
using Journal.Interventions;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.Web.Access;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Journal.Web.Reports;
using Journal.Web.TimeTravel;

namespace Journal.Web.Pages.TimeTravel;

/// <summary>Pages on the history as a whole: step by step, and as it might have been.</summary>
internal static class TimeTravelPages
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/replay", (http, signedIn, seen, ct) => RunAsync(http, signedIn, seen, () => ReplayAsync(http, signedIn, seen, ct), ct));
        pages.MapPage("/what-if", (http, signedIn, seen, ct) => RunAsync(http, signedIn, seen, () => WhatIfAsync(http, signedIn, seen, ct), ct));
    }

    // What takes a processor long runs where the API runs it, and as few at a time.
    private static async Task<IResult> RunAsync(HttpContext http, SignedIn signedIn, Seen seen, Func<Task<IResult>> show, CancellationToken ct)
    {
        var work = http.RequestServices.GetRequiredService<HeavyWork>();
        var place = work.Enter(signedIn.Person.Id);
        http.Response.RegisterForDispose(place);
        if (place.IsAcquired)
            return await work.RunAsync(show, ct);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "1";
        return Page.Of<BusyPage>(seen);
    }

    private static async Task<IResult> ReplayAsync(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var context = await PageContext.ReadAsync(http, signedIn, ct);
        if (context.Facts.FirstDay is not { } first)
            return Page.Of<ReplayPage>(seen, ("Asked", ReplayAsked.Of(http.Request.Query, context.Today, context.Today)));
        var asked = ReplayAsked.Of(http.Request.Query, first, context.Today);
        return Page.Of<ReplayPage>(seen, ("Asked", asked), ("Moment", await MomentAsync(http, context, asked, FormSender.AuthorOf(signedIn).Zone, ct)));
    }

    private static async Task<ReplayMoment> MomentAsync(HttpContext http, PageContext context, ReplayAsked asked, TimeZoneInfo zone, CancellationToken ct)
    {
        var (queries, reader, person) = (http.RequestServices.GetRequiredService<TimeTravelQueries>(), http.RequestServices.GetRequiredService<FactsReader>(), context.Person.Id);
        var plan = new ReplayPlan(asked.Kind, new() { To = asked.End, Today = asked.End }, asked.ByWeek ? ReplayStep.Week : ReplayStep.Day, asked.Clock, zone) { From = asked.Start };
        var step = (await queries.ReplayAsync(person, plan, ct)).Steps().LastOrDefault();
        var (clock, end) = (http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(), Wording.Iso(asked.End));
        // A day up to today can always be asked about.
        var then = PageRequest.Of(PageQuery.Now with { To = end, KnownAt = end }, zone, clock).Request!;
        var now = PageRequest.Of(PageQuery.Now with { To = end, AsOf = end }, zone, clock).Request!;
        var facts = await reader.ReadAsync(person, then.KnownAt, ct);
        return new(
            step, Reading.Of(person, PageQuery.Now, then, facts), Reading.Of(person, PageQuery.Now, now, context.Facts),
            ReportChanges.Of(asked.Kind.Of(person, then, facts, ct), asked.Kind.Of(person, now, context.Facts, ct)));
    }

    private static async Task<IResult> WhatIfAsync(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var (context, asked) = (await PageContext.ReadAsync(http, signedIn, ct), WhatIfAsked.Of(http.Request.Query));
        var author = FormSender.AuthorOf(signedIn);
        var (other, refusal) = await http.RequestServices.GetRequiredService<ReportQuestions>().ReadAsync(author, new() { Rules = asked.Changes }, ct);
        var queries = http.RequestServices.GetRequiredService<TimeTravelQueries>();
        var (comparison, missing) = other is null ? (null, refusal) : await queries.WhatIfAsync(asked.Kind, context.Person.Id, context.Request, other.Rules, asked.Omissions, ct);
        if (comparison is null)
        {
            // The fields are those of the rules that the report reads, so it is asked without a supposition.
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            (comparison, _) = await queries.WhatIfAsync(asked.Kind, context.Person.Id, context.Request, RuleSet.Default, new([], [], []), ct);
        }

        var left = await http.RequestServices.GetRequiredService<PersonEvents>().FindAsync(context.Tenant, [.. asked.Events], ct);
        return Page.Of<WhatIfPage>(
            seen, ("Asked", asked), ("Comparison", comparison), ("Refusal", missing), ("Events", left),
            ("Interventions", context.Facts.Of<InterventionFact>()), ("Practices", context.Facts.Of<PracticeFact>()));
    }
}
