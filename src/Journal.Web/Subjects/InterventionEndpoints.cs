using Journal.Interventions;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Subjects;

internal static class InterventionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var interventions = api.MapGroup("/interventions").WithTags("Interventions");
        interventions.MapPost("/", Start).WithName("StartIntervention").WithSummary("Changes something on purpose, aimed at one or more layers.");
        interventions.MapGet("/", List).WithName("ListInterventions").WithSummary("Interventions as they stand.");
        interventions.MapGet("/{id:guid}", Get).WithName("GetIntervention").WithSummary("One intervention with its history.");
        interventions.MapPost("/{id:guid}/end", End).WithName("EndIntervention").WithSummary("Keeps it up no longer on purpose.");
    }

    private static Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Start(Incoming<StartIntervention> request, Recorder recorder, CancellationToken ct) =>
        request.CreateAsync<Intervention>(recorder, InterventionDecider.Decide, intervention => $"interventions/{intervention.Id}", ct);

    private static Task<Results<Ok<FactPage<InterventionFact>>, ProblemHttpResult>> List([AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
        facts.GetAsync<InterventionFact>(signedIn, "intervention", query, null, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Intervention>(context, "intervention", id, null, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> End(Incoming<EndIntervention> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Intervention>(recorder, InterventionDecider.Decide, ct);
}
