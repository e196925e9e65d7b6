using Journal.Web.Access;
using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Erasing;

internal static class ErasureEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var erasure = api.MapGroup("/me/erasure").WithTags("Me").WithMetadata(new ManagesTokens());
        erasure.MapPost("/", Ask).WithStepUp().WithName("EraseMe").WithSummary("Asks that the person and all that is theirs be erased, in seven days, or now; what they type is their handle.").Accepts<ErasureWish>("application/json");
        erasure.MapGet("/", Get).WithName("GetErasure").WithSummary("What was asked for, while it waits; nothing where nothing was.");
        erasure.MapDelete("/", TakeBack).WithName("KeepMe").WithSummary("Takes it back, while it waits. Doing it again changes nothing.");
        api.MapPost("/erasures", Erase).WithTags("History").WithMetadata(new ManagesTokens()).WithStepUp().WithName("EraseWords")
            .WithSummary("Erases the words of an event or of a subject for ever, or a whole subject; figures of what stays are the same.").Accepts<WhatToErase>("application/json");
    }

    private static async Task<Results<Ok<ErasedWords>, ProblemHttpResult>> Erase(HttpContext context, SignedIn signedIn, WordsEraser eraser, CancellationToken ct)
    {
        var (what, problem) = await JsonBody.ReadAsync(context, ErasureJson.Default.WhatToErase);
        if (what is null)
            return problem!;
        var (events, refusal) = await eraser.EraseAsync(signedIn.Person.Id, what.Id, what.Whole, AuditSource.Of(context), ct);
        return refusal is null ? TypedResults.Ok(new ErasedWords(what.Id, events)) : Problems.Of(refusal);
    }

    private static async Task<Results<Accepted<ErasureState>, ProblemHttpResult>> Ask(HttpContext context, SignedIn signedIn, Erasures erasures, CancellationToken ct)
    {
        var (wish, problem) = await JsonBody.ReadAsync(context, ErasureJson.Default.ErasureWish);
        if (wish is null)
            return problem!;
        var (request, refusal) = await erasures.AskAsync(signedIn.Person, wish.Handle, wish.Now, AuditSource.Of(context), ct);
        return request is null ? Problems.Of(refusal!) : TypedResults.Accepted("/api/v1/me/erasure", ErasureState.Of(request));
    }

    private static async Task<Ok<ErasureState>> Get(SignedIn signedIn, Erasures erasures, CancellationToken ct) =>
        TypedResults.Ok(ErasureState.Of(await erasures.FindAsync(signedIn.Person.Id, ct)));

    private static async Task<NoContent> TakeBack(HttpContext context, SignedIn signedIn, Erasures erasures, CancellationToken ct)
    {
        await erasures.TakeBackAsync(signedIn.Person.Id, AuditSource.Of(context), ct);
        return TypedResults.NoContent();
    }
}

/// <param name="Id">An event, or a subject with all its events.</param>
/// <param name="Whole">Whether the subject itself goes, events and all; only where no other refers to it.</param>
internal sealed record WhatToErase(Guid Id, bool Whole = false);

/// <param name="Events">How many events had their words erased, or went.</param>
internal sealed record ErasedWords(Guid Id, int Events);

/// <param name="Handle">The person's own handle, written out: nobody erases a journal by a slip.</param>
/// <param name="Now">Whether it begins at once; then it cannot be taken back.</param>
internal sealed record ErasureWish(string Handle, bool Now = false);

/// <param name="Asked">When it was asked for; null where it was not.</param>
/// <param name="Due">When it begins; until then it can be taken back.</param>
/// <param name="Begun">Whether it has begun: then this is the last answer that this token gets.</param>
internal sealed record ErasureState(DateTimeOffset? Asked, DateTimeOffset? Due, bool Begun)
{
    public static ErasureState Of(ErasureRequest? request) => new(request?.Asked, request?.Due, request?.Begun is not null);
}
