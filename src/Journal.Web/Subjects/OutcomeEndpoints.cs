using Journal.Practices;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Subjects;

internal static class OutcomeEndpoints
{
    private const string Kind = "kind";

    private static readonly Refusal UnknownKind = Refusal.Invalid("kind.unknown", "kind is one of finished, missed, skipped.");

    public static void Map(IEndpointRouteBuilder practices)
    {
        var outcomes = practices.MapGroup("/{id:guid}/outcomes");
        outcomes.MapPost("/", Record).WithName("RecordOutcome").WithSummary("Says how it went: kind is finished, missed or skipped.").Accepts<OutcomeBody>("application/json");
        outcomes.MapGet("/", List).WithName("ListOutcomes").WithSummary("How it went; retracted outcomes are left out.");
        outcomes.MapGet("/{outcomeId:guid}", Get).WithName("GetOutcome").WithSummary("What was recorded of one outcome.");
        outcomes.MapPost("/{outcomeId:guid}/retract", Retract).WithName("RetractOutcome").WithSummary("Takes it out of every figure; it stays in the history.");
    }

    private static async Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Record(Incoming request, Recorder recorder, CancellationToken ct) => request.Text(Kind) switch
    {
        _ when request.Problem is { } problem => problem,
        "finished" => await request.As<FinishExecution>(Kind).CreateAsync<Practice>(recorder, OutcomeDecider.Decide, o => Address(o.Id, o.OutcomeId), ct),
        "missed" => await request.As<MissExecution>(Kind).CreateAsync<Practice>(recorder, OutcomeDecider.Decide, o => Address(o.Id, o.OutcomeId), ct),
        "skipped" => await request.As<SkipExecution>(Kind).CreateAsync<Practice>(recorder, OutcomeDecider.Decide, o => Address(o.Id, o.OutcomeId), ct),
        _ => Problems.Of(UnknownKind),
    };

    private static Task<Results<Ok<FactPage<OutcomeFact>>, ProblemHttpResult>> List(
        Guid id, [AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
        facts.GetAsync<OutcomeFact>(signedIn, "outcome", query, outcome => outcome.PracticeId == id, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> Get(Guid id, Guid outcomeId, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Practice>(context, "outcome", id, e => OutcomeOf(e) == outcomeId, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Retract(Incoming<RetractOutcome> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Practice>(recorder, OutcomeDecider.Decide, ct);

    private static string Address(Guid practice, Guid outcome) => $"practices/{practice}/outcomes/{outcome}";

    private static Guid? OutcomeOf(object e) => e switch
    {
        ExecutionFinished finished => finished.OutcomeId,
        ExecutionMissed missed => missed.OutcomeId,
        ExecutionSkipped skipped => skipped.OutcomeId,
        OutcomeRetracted retracted => retracted.OutcomeId,
        _ => null,
    };
}

/// <summary>How it went, for the API's description: what an outcome of any kind may hold.</summary>
/// <param name="Kind">finished, missed or skipped.</param>
/// <param name="Score">Finished: how much of it was done, 0 to 1.</param>
/// <param name="Amount">Finished: how much, in the practice's unit.</param>
/// <param name="PlannedAt">Finished or missed: when it was meant to start.</param>
/// <param name="StartedAt">Finished or missed: when it did start.</param>
/// <param name="Effort">Finished: how hard it was, 1 (none) to 7.</param>
/// <param name="Minutes">Finished: time spent.</param>
/// <param name="NeededOperator">Finished: whether it took the person's own intervention.</param>
/// <param name="Note">Finished: free text.</param>
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
