namespace Journal.Web.Access;

/// <summary>The person a request acts for, and by which credential.</summary>
internal sealed record SignedIn(Person Person, Guid Credential, CredentialKind Kind, Scope Scope)
{
    public static ValueTask<SignedIn?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<SignedIn>());
}
