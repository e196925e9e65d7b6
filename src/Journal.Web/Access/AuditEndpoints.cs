using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Access;

internal static class AuditEndpoints
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/audit", List).WithTags("Tokens").WithMetadata(new ManagesTokens()).WithName("GetAudit")
            .WithSummary("Who was let in, by what, when and from where, newest first: sign-ins, refusals, tokens, exports, ways out. Kept for a year.");

    private static async Task<Results<Ok<AuditList>, ProblemHttpResult>> List(
        string? limit, Guid? before, SignedIn signedIn, AuditTrail trail, JournalServerOptions options, CancellationToken ct)
    {
        if (PageLimit.Read(limit, options) is not { } most)
            return Problems.Of(PageLimit.Refusal(options));
        var acts = await trail.ListAsync(signedIn.Person.Id, before, most, ct);
        return TypedResults.Ok(new AuditList(acts, acts.Count == most ? acts[^1].Id : null));
    }
}

/// <param name="Next">The before of the next page; null when this is the last.</param>
internal sealed record AuditList(IReadOnlyList<AuditLine> Acts, Guid? Next);
