using Journal.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Journal.Web.Access;

internal static class TokenEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("Tokens").WithMetadata(new ManagesTokens());
        tokens.MapGet("/", List).WithName("ListTokens").WithSummary("The person's tokens and signed-in browsers, revoked ones too.");
        tokens.MapPost("/", Issue).WithStepUp().WithName("IssueToken").WithSummary("Issues a token. Its text is in this answer and nowhere else.").Accepts<NewToken>("application/json");
        tokens.MapDelete("/{id:guid}", Revoke).WithName("RevokeToken").WithSummary("Revokes it, from the next request on.");
    }

    private static async Task<Ok<TokenList>> List(SignedIn signedIn, TokenRegistry tokens, CancellationToken ct) =>
        TypedResults.Ok(new TokenList(await tokens.ListAsync(signedIn.Person.Id, ct)));

    private static async Task<Results<Created<IssuedToken>, ProblemHttpResult>> Issue(HttpContext context, SignedIn signedIn, TokenRegistry tokens, CancellationToken ct)
    {
        var (wanted, problem) = await JsonBody.ReadAsync(context, AccessJson.Default.NewToken);
        if (wanted is null)
            return problem!;
        var (issued, refusal) = await tokens.IssueAsync(signedIn.Person.Id, wanted.Scope, wanted.Label, wanted.Days, AuditSource.Of(context), ct, signedIn.Kind == CredentialKind.Token ? (signedIn.Credential, signedIn.Expires) : null);
        return issued is null
            ? Problems.Of(refusal!)
            : TypedResults.Created($"/api/v1/tokens/{issued.Credential.Id}", new IssuedToken(issued.Secret, issued.Credential));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Revoke(Guid id, HttpContext context, SignedIn signedIn, TokenRegistry tokens, CancellationToken ct) =>
        await tokens.RevokeAsync(signedIn.Person.Id, id, AuditSource.Of(context), ct)
            ? TypedResults.NoContent()
            : Problems.Of(TokenRegistry.Unknown);
}

/// <param name="Label">What the person calls it, 1 to 100 characters.</param>
/// <param name="Scope">read; write, which may read too; or manage, which may also issue and revoke tokens.</param>
/// <param name="Days">For how many days it is good, 365 when left out; never longer than the token that issues it.</param>
internal sealed record NewToken(string Label, Scope Scope = Scope.Write, int? Days = null);

/// <param name="Token">The text to send in the Authorization header; it is shown only here.</param>
internal sealed record IssuedToken(string Token, Credential Details);

internal sealed record TokenList(IReadOnlyList<Credential> Tokens);
