using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Sharing;

internal static class GrantEndpoints
{
    private const int Looks = 100;

    public static void Map(IEndpointRouteBuilder api)
    {
        var grants = api.MapGroup("/grants").WithTags("Sharing");
        grants.MapGet("/", List).WithName("ListGrants").WithSummary("Who may look at this journal, each in one sentence, and who looked.");
        grants.MapPost("/", Give).WithStepUp().WithName("GiveGrant").WithSummary("Lets somebody of this server look; with dryRun=true only says in words what they would see.").Accepts<NewGrant>("application/json");
        grants.MapDelete("/{id:guid}", End).WithName("EndGrant").WithSummary("Ends it, from the next request on; whoever may look can end it too.");
    }

    private static async Task<Ok<GrantList>> List(SignedIn signedIn, Grants grants, CancellationToken ct) =>
        TypedResults.Ok(new GrantList([.. (await grants.GivenAsync(signedIn.Person, ct)).Select(GrantLine.Of)], await grants.LooksAsync(signedIn.Person.Id, Looks, ct)));

    private static async Task<Results<Created<GrantLine>, Ok<GrantLine>, ProblemHttpResult>> Give(bool? dryRun, HttpContext context, SignedIn signedIn, Grants grants, CancellationToken ct)
    {
        var (wanted, problem) = await JsonBody.ReadAsync(context, SharingJson.Default.NewGrant);
        if (wanted is null)
            return problem!;
        var tries = dryRun is true;
        var (shown, refusal) = tries ? await grants.ProposeAsync(signedIn.Person, wanted, ct) : await grants.GiveAsync(signedIn.Person, wanted, AuditSource.Of(context), ct);
        return shown is null ? Problems.Of(refusal!)
            : tries ? TypedResults.Ok(GrantLine.Of(shown))
            : TypedResults.Created($"/api/v1/grants/{shown.Grant.Id}", GrantLine.Of(shown));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(Guid id, HttpContext context, SignedIn signedIn, Grants grants, CancellationToken ct) =>
        await grants.EndAsync(signedIn.Person.Id, id, AuditSource.Of(context), ct) ? TypedResults.NoContent() : Problems.Of(Grants.Unknown);
}

/// <param name="Looks">The newest first: who looked at which page; the same one within an hour is one.</param>
internal sealed record GrantList(IReadOnlyList<GrantLine> Grants, IReadOnlyList<LookLine> Looks);

/// <param name="Coach">The handle of who may look.</param>
/// <param name="Meaning">It in one sentence.</param>
internal sealed record GrantLine(
    Guid Id, string Coach, string Meaning, IReadOnlyList<Layer> Layers, IReadOnlyList<Guid> Aims, IReadOnlyList<string> Kinds, DateOnly? From, DateOnly? To, bool Words, bool Comments, DateTimeOffset Given, DateTimeOffset Until)
{
    public static GrantLine Of(ShownGrant shown) => new(
        shown.Grant.Id, shown.Coach, shown.Meaning, shown.Grant.Scope.Layers, shown.Grant.Scope.Aims, shown.Grant.Scope.Kinds, shown.Grant.Scope.From, shown.Grant.Scope.To, shown.Grant.Scope.Words, shown.Grant.Comments, shown.Grant.Given, shown.Grant.Until);
}
