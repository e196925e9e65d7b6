namespace Journal.Web.Access;

/// <summary>The person a request acts for, and by which credential.</summary>
/// <param name="Expires">When the credential ends; null when it does not by itself.</param>
/// <param name="Proved">When whoever holds it last showed who they are.</param>
internal sealed record SignedIn(Person Person, Guid Credential, CredentialKind Kind, Scope Scope, DateTimeOffset? Expires, DateTimeOffset Proved)
{
    public static ValueTask<SignedIn?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<SignedIn>());
}
