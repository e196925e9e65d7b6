using Journal.Beliefs;
using Journal.Practices;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Subjects;

/// <summary>Parts of subjects that have addresses of their own: outcomes of a practice, evidence for a belief.</summary>
internal static class PartEndpoints
{
    private const string Kind = "kind";
    private const string Finished = "finished";

    private static readonly Refusal UnknownKind = Refusal.Invalid("kind.unknown", "kind is one of finished, missed, skipped, unknown.");

    public static void Map(IEndpointRouteBuilder api)
    {
        var outcomes = api.MapGroup("/practices/{id:guid}/outcomes").WithTags("Practices");
        outcomes.MapPost("/", Record).WithName("RecordOutcome").WithSummary("Says how it went: kind is finished (or done), missed, skipped or unknown.").Accepts<OutcomeBody>("application/json");
        outcomes.MapGet("/", List).WithName("ListOutcomes").WithSummary("How it went; retracted outcomes are left out.");
        outcomes.MapGet("/{outcomeId:guid}", GetOutcome).WithName("GetOutcome").WithSummary("What was recorded of one outcome.");
        api.MapGet("/beliefs/{id:guid}/evidence/{evidenceId:guid}", GetEvidence).WithTags("Beliefs").WithName("GetEvidence").WithSummary("One piece of evidence.");
    }

    // The three kinds share an address; each is known by its word in the terminal, and a finished one by this word as well.
    private static async Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Record(Incoming request, Recorder recorder, CancellationToken ct)
    {
        if (request.Problem is { } problem)
            return problem;
        var word = request.Text(Kind);
        var kind = word is null ? null : CommandKinds.Of("outcome", word == Finished ? "done" : word);
        return kind?.Makes is null ? Problems.Of(UnknownKind) : await request.MakeAsync(kind, recorder, ct, besides: Kind);
    }

    private static Task<Results<Ok<FactPage<OutcomeFact>>, ProblemHttpResult>> List(
        Guid id, [AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
        facts.GetAsync<OutcomeFact>(signedIn, "outcome", query, outcome => outcome.PracticeId == id, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> GetOutcome(Guid id, Guid outcomeId, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Practice>(context, "outcome", id, e => e is IPartOf part && part.PartId == outcomeId, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> GetEvidence(Guid id, Guid evidenceId, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Belief>(context, "evidence", id, e => e is IPartOf part && part.PartId == evidenceId, ct);
}

/// <summary>How it went, for the API's description: what an outcome of any kind may hold.</summary>
/// <param name="Kind">finished (or done), missed, skipped or unknown.</param>
/// <param name="Score">Finished: how much of it was done, 0 to 1.</param>
/// <param name="Amount">Finished: how much, in the practice's unit.</param>
/// <param name="PlannedAt">Finished or missed: when it was meant to start.</param>
/// <param name="StartedAt">Finished or missed: when it did start.</param>
/// <param name="Effort">Finished: how hard it was, 1 (none) to 7.</param>
/// <param name="Minutes">Finished: time spent.</param>
/// <param name="NeededOperator">Finished: whether it took the person's own intervention.</param>
/// <param name="Note">Finished or unknown: free text.</param>
/// <param name="Reason">Missed, and required when skipped: free text.</param>
internal sealed record OutcomeBody(
    string Kind,
    Guid? OutcomeId,
    double? Score,
    double? Amount,
    string? PlannedAt,
    string? StartedAt,
    int? Effort,
    double? Minutes,
    bool? NeededOperator,
    string? Note,
    string? Reason,
    string? OccurredAt);
