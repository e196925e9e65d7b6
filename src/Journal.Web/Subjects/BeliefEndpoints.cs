using Journal.Beliefs;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Subjects;

internal static class BeliefEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var beliefs = api.MapGroup("/beliefs").WithTags("Beliefs");
        beliefs.MapPost("/", State).WithName("StateBelief").WithSummary("States what is held to be true.");
        beliefs.MapGet("/", List).WithName("ListBeliefs").WithSummary("Beliefs as they stand, replaced and retired ones too.");
        beliefs.MapGet("/{id:guid}", Get).WithName("GetBelief").WithSummary("One belief with its history.");
        beliefs.MapPost("/{id:guid}/ratings", Rate).WithName("RateBelief").WithSummary("Says how strongly it is held now.");
        beliefs.MapPost("/{id:guid}/challenges", Challenge).WithName("ChallengeBelief").WithSummary("Puts it in question; it stays active.");
        beliefs.MapPost("/{id:guid}/replacement", Replace).WithName("ReplaceBelief").WithSummary("Puts another belief in its place; both stay visible.");
        beliefs.MapPost("/{id:guid}/retire", Retire).WithName("RetireBelief").WithSummary("Holds it no longer.");
        beliefs.MapPost("/{id:guid}/evidence", Link).WithName("LinkEvidence").WithSummary("Links something that speaks for or against it.");
        beliefs.MapGet("/{id:guid}/evidence/{evidenceId:guid}", GetEvidence).WithName("GetEvidence").WithSummary("One piece of evidence.");
    }

    private static Task<Results<Created<CommandAnswer>, ProblemHttpResult>> State(Incoming<StateBelief> request, Recorder recorder, CancellationToken ct) =>
        request.CreateAsync<Belief>(recorder, BeliefDecider.Decide, belief => $"beliefs/{belief.Id}", ct);

    private static Task<Results<Ok<FactPage<BeliefFact>>, ProblemHttpResult>> List([AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
        facts.GetAsync<BeliefFact>(signedIn, "belief", query, null, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Belief>(context, "belief", id, null, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Rate(Incoming<RateBelief> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Belief>(recorder, BeliefDecider.Decide, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Challenge(Incoming<ChallengeBelief> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Belief>(recorder, BeliefDecider.Decide, ct);

    private static Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Replace(Incoming<ReplaceBelief> request, Recorder recorder, CancellationToken ct) =>
        request.CreateAsync<Belief>(recorder, BeliefDecider.Decide, belief => $"beliefs/{belief.ReplacementId}", ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Retire(Incoming<RetireBelief> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Belief>(recorder, BeliefDecider.Decide, ct);

    private static Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Link(Incoming<LinkEvidence> request, Recorder recorder, CancellationToken ct) =>
        request.CreateAsync<Belief>(recorder, BeliefDecider.Decide, evidence => $"beliefs/{evidence.Id}/evidence/{evidence.EvidenceId}", ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> GetEvidence(Guid id, Guid evidenceId, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Belief>(context, "evidence", id, e => e is EvidenceLinked linked && linked.EvidenceId == evidenceId, ct);
}
