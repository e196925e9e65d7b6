using Journal.Practices;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Subjects;

internal static class PracticeEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var practices = api.MapGroup("/practices").WithTags("Practices");
        practices.MapPost("/", Adopt).WithName("AdoptPractice").WithSummary("Takes up a recurring action.");
        practices.MapGet("/", List).WithName("ListPractices").WithSummary("Practices as they stand, with every cadence they had.");
        practices.MapGet("/{id:guid}", Get).WithName("GetPractice").WithSummary("One practice with its history, outcomes included.");
        practices.MapPatch("/{id:guid}", Revise).WithName("RevisePractice").WithSummary("Goes on differently; what is left out stays.");
        practices.MapPost("/{id:guid}/drop", Drop).WithName("DropPractice").WithSummary("Gives it up.");
        OutcomeEndpoints.Map(practices);
    }

    private static Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Adopt(Incoming<AdoptPractice> request, Recorder recorder, CancellationToken ct) =>
        request.CreateAsync<Practice>(recorder, PracticeDecider.Decide, practice => $"practices/{practice.Id}", ct);

    private static Task<Results<Ok<FactPage<PracticeFact>>, ProblemHttpResult>> List([AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
        facts.GetAsync<PracticeFact>(signedIn, "practice", query, null, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Practice>(context, "practice", id, null, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Revise(Incoming<RevisePractice> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Practice>(recorder, PracticeDecider.Decide, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Drop(Incoming<DropPractice> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Practice>(recorder, PracticeDecider.Decide, ct);
}
