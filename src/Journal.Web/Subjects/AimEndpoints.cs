using Journal.Aims;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Subjects;

internal static class AimEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var aims = api.MapGroup("/aims").WithTags("Aims");
        aims.MapPost("/", Set).WithName("SetAim").WithSummary("Names something to sustain.");
        aims.MapGet("/", List).WithName("ListAims").WithSummary("Aims as they stand.");
        aims.MapGet("/{id:guid}", Get).WithName("GetAim").WithSummary("One aim with its history.");
        aims.MapPatch("/{id:guid}", Revise).WithName("ReviseAim").WithSummary("Words it anew; what is left out stays.");
        aims.MapPost("/{id:guid}/close", Close).WithName("CloseAim").WithSummary("No longer pursues it.");
    }

    private static Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Set(Incoming<SetAim> request, Recorder recorder, CancellationToken ct) =>
        request.CreateAsync<Aim>(recorder, AimDecider.Decide, aim => $"aims/{aim.Id}", ct);

    private static Task<Results<Ok<FactPage<AimFact>>, ProblemHttpResult>> List([AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
        facts.GetAsync<AimFact>(signedIn, "aim", query, null, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Aim>(context, "aim", id, null, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Revise(Incoming<ReviseAim> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Aim>(recorder, AimDecider.Decide, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Close(Incoming<CloseAim> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Aim>(recorder, AimDecider.Decide, ct);
}
