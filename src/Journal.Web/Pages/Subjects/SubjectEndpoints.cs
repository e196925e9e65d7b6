using Journal.Aims;
using Journal.Beliefs;
using Journal.Decisions;
using Journal.Facts;
using Journal.Interventions;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Cycles;
using Journal.Reports.Decisions;
using Journal.Reports.Interventions;
using Journal.Web.Access;
using Journal.Web.Pages.Layout;
using Journal.Web.Sharing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Pages.Subjects;

/// <summary>Lists of what a person keeps up, aims at, believes, decides and changes, and a page of each.</summary>
internal static class SubjectEndpoints
{
    private const int Comments = 50;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/practices", async (http, signedIn, seen, ct) => List<PracticesPage>(seen, await PageContext.ReadAsync(http, signedIn, ct)));
        pages.MapPage("/aims", async (http, signedIn, seen, ct) => List<AimsPage>(seen, await PageContext.ReadAsync(http, signedIn, ct)));
        pages.MapPage("/beliefs", async (http, signedIn, seen, ct) => List<BeliefsPage>(seen, await PageContext.ReadAsync(http, signedIn, ct)));
        pages.MapPage("/decisions", async (http, signedIn, seen, ct) => List<DecisionsPage>(seen, await PageContext.ReadAsync(http, signedIn, ct)));
        pages.MapPage("/interventions", async (http, signedIn, seen, ct) => List<InterventionsPage>(seen, await PageContext.ReadAsync(http, signedIn, ct)));
        pages.MapPage("/practices/{id:guid}", One<PracticeFact, PracticePage>(context => CyclesReport.Kind));
        pages.MapPage("/aims/{id:guid}", One<AimFact, AimPage>(null));
        pages.MapPage("/beliefs/{id:guid}", One<BeliefFact, BeliefPage>(null));
        pages.MapPage("/decisions/{id:guid}", One<DecisionFact, DecisionPage>(context => DecisionsReport.Kind));
        pages.MapPage("/interventions/{id:guid}", One<InterventionFact, InterventionPage>(context => InterventionsReport.Kind));
    }

    private static RazorComponentResult<TPage> List<TPage>(Seen seen, PageContext context)
        where TPage : IComponent => Page.Of<TPage>(seen, ("Context", context));

    private static Func<HttpContext, SignedIn, Seen, CancellationToken, Task<IResult>> One<TFact, TPage>(Func<PageContext, ReportKind>? report)
        where TFact : Fact
        where TPage : IComponent => async (http, signedIn, seen, ct) =>
        {
            var context = await PageContext.ReadAsync(http, signedIn, ct);
            if (context.Find<TFact>(http) is not { } fact)
                return Page.Missing(seen, http);
            var events = await http.RequestServices.GetRequiredService<PersonEvents>().SubjectAsync(context.Tenant, fact.Id, 1, ct);
            return Page.Of<TPage>(
                seen, ("Context", context), ("Fact", fact), ("Events", events), ("Report", report?.Invoke(context).Of(context.Person.Id, context.Request, context.Facts, ct)),
                ("Comments", await http.RequestServices.GetRequiredService<CommentsReceived>().ListAsync(context.Person.Id, null, $"{fact.Id}", null, Comments, ct)));
        };
}
