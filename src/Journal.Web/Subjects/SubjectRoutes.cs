using Journal.Commands;
using Journal.Facts;
using Journal.Practices;
using Journal.Recording;
using Journal.Web.Commands;
using Journal.Web.Http;

namespace Journal.Web.Subjects;

/// <summary>
/// Every sort of subject over HTTP, as the facts and commands declare it. What is used daily has addresses of its own, such as <c>POST /decisions/{id}/make</c>;
/// every other is found below <c>/subjects</c> and recorded by <c>POST /commands</c>.
/// </summary>
internal static class SubjectRoutes
{
    private const string Kind = "kind";
    private const string Finished = "finished";
    private const string Outcomes = "practices/{id}/outcomes";

    private static readonly Refusal UnknownOutcome = Refusal.Invalid("kind.unknown", "kind is one of finished, missed, skipped, unknown.");
    private static readonly string Plurals = string.Join(", ", FactKinds.All.Select(kind => kind.Plural));

    public static void Map(IEndpointRouteBuilder api)
    {
        foreach (var kind in FactKinds.All.Where(kind => kind.IsDaily))
            MapDaily(Group(api, kind), kind);
        foreach (var kind in CommandKinds.All.Where(kind => kind.IsDaily && kind.Address != Outcomes))
            MapCommand(Group(api, kind.About), kind);
        MapOutcomes(Group(api, FactKinds.Of(typeof(PracticeFact))), FactKinds.Of(typeof(OutcomeFact)));
        MapEvery(api.MapGroup("/subjects/{kind}").WithTags("Subjects"));
        api.MapGet("/{kind}/{id:guid}/events", (string kind, Guid id, SubjectQueries subjects, HttpContext http, CancellationToken ct) =>
                OfAsync(kind, one => one.IsDaily, one => subjects.EventsAsync(one, id, http, ct)))
            .WithTags("Subjects").WithName("GetEvents").WithSummary("The events of an entry, a belief, a practice, a state, a decision or an intervention, oldest first.").Produces<SubjectEvents>();
    }

    private static void MapDaily(RouteGroupBuilder group, FactKind kind)
    {
        group.MapGet("/", ([AsParameters] FactQuery query, SubjectQueries subjects, HttpContext http, CancellationToken ct) => subjects.ListAsync(kind, query, http, null, ct))
            .WithName($"List{Capital(kind.Plural)}").WithSummary($"{kind.Summary} As they stand.").FilteredBy(kind);
        group.MapGet("/{id:guid}", (Guid id, SubjectQueries subjects, HttpContext http, CancellationToken ct) => subjects.GetAsync(kind, id, id, http, ct))
            .WithName($"Get{Capital(kind.Word)}").WithSummary("One of them as it stands.").Produces(200, kind.Fact);
    }

    private static void MapCommand(RouteGroupBuilder group, CommandKind kind)
    {
        var address = kind.Address[kind.About.Plural.Length..].Replace("}", ":guid}", StringComparison.Ordinal) is { Length: > 0 } behind ? behind : "/";
        group.MapMethods(address, [kind.Method], (CommandRequest request, Recorder recorder, CancellationToken ct) => request.RecordAsync(kind, recorder, ct))
            .Accepts(kind.Command, "application/json").Produces<CommandAnswer>(kind.Makes is null ? StatusCodes.Status200OK : StatusCodes.Status201Created)
            .WithName(Capital(kind.Name)).WithSummary(kind.Summary).WithMetadata(new BodyExample(kind.Example!));
    }

    // The three kinds share an address; each is known by its word in the terminal, and a finished one by this word as well.
    private static void MapOutcomes(RouteGroupBuilder practices, FactKind outcomes)
    {
        var group = practices.MapGroup("/{id:guid}/outcomes");
        group.MapPost("/", (CommandRequest request, Recorder recorder, CancellationToken ct) =>
            {
                var word = request.Text(Kind);
                var kind = word is null ? null : CommandKinds.Of("outcome", word == Finished ? "done" : word);
                return request.Problem is { } problem ? Task.FromResult<IResult>(problem)
                    : kind?.Makes is null ? Task.FromResult<IResult>(Problems.Of(UnknownOutcome))
                    : request.RecordAsync(kind, recorder, ct, Kind);
            })
            .WithName("RecordOutcome").WithSummary("Says how it went: kind is finished (or done), missed or skipped.").Accepts<OutcomeBody>("application/json")
            .Produces<CommandAnswer>(StatusCodes.Status201Created).WithMetadata(new BodyExample("""{"kind":"done","score":0.5,"plannedAt":"2026-01-05T07:30"}"""));
        group.MapGet("/", (Guid id, [AsParameters] FactQuery query, SubjectQueries subjects, HttpContext http, CancellationToken ct) =>
                subjects.ListAsync(outcomes, query, http, fact => ((OutcomeFact)fact).PracticeId == id, ct))
            .WithName("ListOutcomes").WithSummary("How it went; retracted outcomes are left out.").FilteredBy(outcomes);
        group.MapGet("/{outcomeId:guid}", (Guid id, Guid outcomeId, SubjectQueries subjects, HttpContext http, CancellationToken ct) => subjects.GetAsync(outcomes, outcomeId, id, http, ct))
            .WithName("GetOutcome").WithSummary("One outcome as it stands.").Produces(200, outcomes.Fact);
    }

    private static void MapEvery(RouteGroupBuilder group)
    {
        group.MapGet("/", (string kind, [AsParameters] FactQuery query, SubjectQueries subjects, HttpContext http, CancellationToken ct) =>
                OfAsync(kind, _ => true, one => subjects.ListAsync(one, query, http, null, ct)))
            .WithName("ListSubjects").WithSummary("Things of any kind, as they stand.").Produces<FactPage<object>>().WithMetadata(new ParametersOf([]));
        group.MapGet("/{id:guid}", (string kind, Guid id, SubjectQueries subjects, HttpContext http, CancellationToken ct) =>
                OfAsync(kind, _ => true, one => subjects.GetAsync(one, id, id, http, ct)))
            .WithName("GetSubject").WithSummary("One of them as it stands.").Produces<object>();
        group.MapGet("/{id:guid}/events", (string kind, Guid id, SubjectQueries subjects, HttpContext http, CancellationToken ct) =>
                OfAsync(kind, one => !one.IsPart, one => subjects.EventsAsync(one, id, http, ct)))
            .WithName("GetSubjectEvents").WithSummary("Its events, oldest first; those of a part stand among its subject's.").Produces<SubjectEvents>();
    }

    private static Task<IResult> OfAsync(string plural, Func<FactKind, bool> isTaken, Func<FactKind, Task<IResult>> answer) =>
        FactKinds.Find(plural) is { } kind && isTaken(kind) ? answer(kind) : Task.FromResult<IResult>(Problems.Of(404, "kind.unknown", $"There is no such kind; the kinds are {Plurals}."));

    private static void FilteredBy(this RouteHandlerBuilder route, FactKind kind) =>
        route.Produces(200, typeof(FactPage<>).MakeGenericType(kind.Fact)).WithMetadata(new ParametersOf([.. FactFilter.Of(kind).Parameters]));

    private static RouteGroupBuilder Group(IEndpointRouteBuilder api, FactKind kind) => api.MapGroup($"/{kind.Plural}").WithTags(Capital(kind.Plural));

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}

/// <summary>How it went, for the API's description: what an outcome of any kind may hold.</summary>
/// <param name="Kind">finished (or done), missed or skipped.</param>
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
