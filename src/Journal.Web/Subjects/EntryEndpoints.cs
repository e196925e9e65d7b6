using Journal.Entries;
using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Subjects;

internal static class EntryEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var entries = api.MapGroup("/entries").WithTags("Entries");
        entries.MapPost("/", Write).WithName("WriteEntry").WithSummary("Writes something down.");
        entries.MapGet("/", List).WithName("ListEntries").WithSummary("Entries as they read now; retracted ones are left out.");
        entries.MapGet("/{id:guid}", Get).WithName("GetEntry").WithSummary("One entry with its history; amended text keeps the original.");
        entries.MapPost("/{id:guid}/amend", Amend).WithName("AmendEntry").WithSummary("Lets it read differently; the text it had stays in the history.");
        entries.MapPost("/{id:guid}/retract", Retract).WithName("RetractEntry").WithSummary("Takes it out of every figure; it stays in the history.");
    }

    private static Task<Results<Created<CommandAnswer>, ProblemHttpResult>> Write(Incoming<WriteEntry> request, Recorder recorder, CancellationToken ct) =>
        request.CreateAsync<Entry>(recorder, EntryDecider.Decide, entry => $"entries/{entry.Id}", ct);

    private static Task<Results<Ok<FactPage<EntryFact>>, ProblemHttpResult>> List([AsParameters] FactQuery query, SignedIn signedIn, FactLists facts, CancellationToken ct) =>
        facts.GetAsync<EntryFact>(signedIn, "entry", query, null, ct);

    private static Task<Results<Ok<SubjectAnswer>, ProblemHttpResult>> Get(Guid id, HttpContext context, CancellationToken ct) =>
        SubjectAnswer.GetAsync<Entry>(context, "entry", id, null, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Amend(Incoming<AmendEntry> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Entry>(recorder, EntryDecider.Decide, ct);

    private static Task<Results<Ok<CommandAnswer>, ProblemHttpResult>> Retract(Incoming<RetractEntry> request, Recorder recorder, CancellationToken ct) =>
        request.ChangeAsync<Entry>(recorder, EntryDecider.Decide, ct);
}
