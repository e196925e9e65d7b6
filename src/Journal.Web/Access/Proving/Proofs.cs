using Journal.Recording;

namespace Journal.Web.Access.Proving;

/// <summary>Who somebody is, by what they typed: a link's code or a recovery code, or a handle and its password.</summary>
internal sealed class Proofs(SignInLinks links, RecoveryCodes recovery, Passwords passwords)
{
    public static Refusal BadCode { get; } = Refusal.Invalid("code.invalid", "This code is used up, older than ten minutes, or mistyped. Ask for a new link.");

    /// <returns>The person, or why nobody: <c>code.invalid</c>, <c>password.wrong</c>, <c>password.guesses</c>.</returns>
    public async Task<(Guid? Person, Refusal? Refusal)> PersonOfAsync(string? code, string? handle, string? password, AuditSource from, CancellationToken ct) =>
        password is { Length: > 0 } ? await passwords.CheckAsync(handle, password, from, ct)
        : await links.UseUpAsync(code?.Trim(), from, ct) is { } linked ? (linked, null)
        : await recovery.UseUpAsync(code, from, ct) is { } recovered ? (recovered, null)
        : (null, BadCode);
}
