using Journal.Recording;
using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Erasing;

internal static class ErasureEndpoints
{
    private static readonly Refusal None = Refusal.Unknown("erasure.none", "It was not asked that this journal be erased.");

    public static void Map(IEndpointRouteBuilder api)
    {
        var erasure = api.MapGroup("/me/erasure").WithTags("Me").WithMetadata(new ManagesTokens());
        erasure.MapPost("/", Ask).WithStepUp().WithName("EraseMe").WithSummary("Asks that the person and all that is theirs be erased, in seven days, or now; what they type is their handle.").Accepts<ErasureWish>("application/json");
        erasure.MapGet("/", Get).WithName("GetErasure").WithSummary("What was asked for, while it waits.");
        erasure.MapDelete("/", TakeBack).WithName("KeepMe").WithSummary("Takes it back, while it waits.");
    }

    private static async Task<Results<Accepted<ErasureState>, ProblemHttpResult>> Ask(HttpContext context, SignedIn signedIn, Erasures erasures, CancellationToken ct)
    {
        var (wish, problem) = await JsonBody.ReadAsync(context, ErasureJson.Default.ErasureWish);
        if (wish is null)
            return problem!;
        var (request, refusal) = await erasures.AskAsync(signedIn.Person, wish.Handle, wish.Now, ct);
        return request is null ? Problems.Of(refusal!) : TypedResults.Accepted("/api/v1/me/erasure", ErasureState.Of(request));
    }

    private static async Task<Results<Ok<ErasureState>, ProblemHttpResult>> Get(SignedIn signedIn, Erasures erasures, CancellationToken ct) =>
        await erasures.FindAsync(signedIn.Person.Id, ct) is { } request ? TypedResults.Ok(ErasureState.Of(request)) : Problems.Of(None);

    private static async Task<Results<NoContent, ProblemHttpResult>> TakeBack(SignedIn signedIn, Erasures erasures, CancellationToken ct) =>
        await erasures.TakeBackAsync(signedIn.Person.Id, ct) ? TypedResults.NoContent() : Problems.Of(None);
}

/// <param name="Handle">The person's own handle, written out: nobody erases a journal by a slip.</param>
/// <param name="Now">Whether it begins at once; then it cannot be taken back.</param>
internal sealed record ErasureWish(string Handle, bool Now = false);

/// <param name="Asked">When it was asked for.</param>
/// <param name="Due">When it begins; until then it can be taken back.</param>
/// <param name="Begun">Whether it has begun: then this is the last answer that this token gets.</param>
internal sealed record ErasureState(DateTimeOffset Asked, DateTimeOffset Due, bool Begun)
{
    public static ErasureState Of(ErasureRequest request) => new(request.Asked, request.Due, request.Begun is not null);
}
