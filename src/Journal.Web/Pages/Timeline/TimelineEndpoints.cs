using Journal.Aims;
using Journal.Beliefs;
using Journal.Facts;
using Journal.Web.Access;
using Journal.Web.Pages.Forms;
using Journal.Web.Pages.Layout;
using Journal.Web.Search;
using Journal.Web.Sharing;

namespace Journal.Web.Pages.Timeline;

internal static class TimelineEndpoints
{
    private const int Comments = 200;

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPage("/timeline", List);
        pages.MapPage("/timeline/{id:guid}", One);
    }

    private static async Task<IResult> List(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var (context, query) = (await PageContext.ReadAsync(http, signedIn, ct), TimelineQuery.Of(http.Request.Query));
        var found = query.Words is { } words ? await http.RequestServices.GetRequiredService<WordSearch>().FindAsync(context.Tenant, words, ct) : null;
        var (page, next) = query.Select(context.Facts, found);
        var items = await TimelineItem.OfAsync(page, context.Facts, http.RequestServices.GetRequiredService<PersonEvents>(), context.Tenant, ct);
        return Page.Of<TimelinePage>(seen, ("Query", query), ("Items", items), ("Next", next), ("Aims", context.Facts.Of<AimFact>()));
    }

    private static async Task<IResult> One(HttpContext http, SignedIn signedIn, Seen seen, CancellationToken ct)
    {
        var (context, events) = (await PageContext.ReadAsync(http, signedIn, ct), http.RequestServices.GetRequiredService<PersonEvents>());
        var fact = context.Find<Fact>(http);
        // A part stands in its subject's stream; what was taken back is found by its stream alone.
        var own = fact is null ? await events.SubjectAsync(context.Tenant, Guid.Parse((string)http.GetRouteValue("id")!), 1, ct) : await events.FindAsync(context.Tenant, [.. fact.Events], ct);
        if (own.Count == 0)
            return Page.Missing(seen, http);
        var (notice, beliefs) = (Notice.Of(own[0]), context.Facts.Of<BeliefFact>().ToDictionary(belief => belief.Id));
        var evidence = context.Facts.Of<EvidenceFact>().Where(one => one.SourceId == fact?.Id && beliefs.ContainsKey(one.BeliefId)).Select(one => (beliefs[one.BeliefId], one.Direction)).ToList();
        // Of a part, what was said of its own events; of a subject, also what was said of the whole.
        var comments = (await http.RequestServices.GetRequiredService<CommentsReceived>().ListAsync(signedIn.Person.Id, null, $"{own[0].Stream}", null, Comments, ct))
            .Where(one => one.Event is { } e ? own.Any(of => of.Id == e) : fact is null || fact.Id == own[0].Stream).ToList();
        var word = fact?.Kind ?? FactKinds.Folding(own[0].Data.GetType())?.Word ?? "record";
        return Page.Of<RecordPage>(
            seen,
            ("Fact", fact), ("Title", $"{char.ToUpperInvariant(word[0])}{word[1..]} of {Wording.Day(own[0].OccurredAt)}"),
            ("Stream", own[0].Stream), ("Events", own), ("Version", own[^1].Version), ("Retract", notice.Command), ("Part", notice.Part), ("Evidence", evidence), ("Comments", comments));
    }
}
