using Journal.Recording;
using Journal.States;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Subjects;

internal static class StateEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var states = api.MapGroup("/states").WithTags("States");
        states.MapPost("/", Take).WithName("SampleState").WithSummary("Says how one is at a moment: energy, motivation, confidence, doubt, frustration (1 to 7), enforcement (-3 to 3).");
        states.MapGet("/", List).WithName("ListStates").WithSummary("Samples of how one was.");
        states.MapGet("/{id:guid}", Get).WithName("GetState").WithSummary("One sample.");
    }

    private static Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Take(Incoming<SampleState> request, Recorder recorder, CancellationToken ct) =>
        request.CreateAsync<Observation<StateSampled>>(recorder, SampleDecider.Decide, sample => $"states/{sample.Id}", ct);

    private static Task<Results<Ok<FactPage<StateFact>>, ProblemHttpResult>> List([AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
        facts.GetAsync<StateFact>(signedIn, "state", query, null, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Observation<StateSampled>>(context, "state", id, null, ct);
}
