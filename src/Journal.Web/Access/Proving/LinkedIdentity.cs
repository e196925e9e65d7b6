using System.Security.Cryptography;
using System.Text;

namespace Journal.Web.Access.Proving;

/// <summary>Whom a provider knows, as somebody who keeps a journal here.</summary>
/// <param name="Id">What SHA-256 makes of the provider and of its word for them: enough to know them again, and no use elsewhere.</param>
/// <param name="Issuer">The provider.</param>
public sealed record LinkedIdentity(string Id, Guid Person, string Issuer, DateTimeOffset Since)
{
    /// <summary>Null when it was never used.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    // No URI and no subject holds a line's end.
    internal static string IdOf(string issuer, string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")));
}

/// <summary>What a browser went to the provider for.</summary>
public enum IdentityPurpose
{
    SignIn,

    /// <summary>To show again who sits before a signed-in browser.</summary>
    Prove,

    /// <summary>To let the signed-in person sign in so from now on.</summary>
    Link,
}

/// <summary>What the provider said of whom a browser brought, until that browser comes and says what for. Good once, and soon.</summary>
/// <param name="Id">Of the browser's way to the provider and back: who comes back twice is heard once.</param>
/// <param name="Hash">What is kept of the browser's secret.</param>
/// <param name="Identity">Whom, as <see cref="LinkedIdentity.Id"/>.</param>
/// <param name="Begun">When the browser left.</param>
/// <param name="Shown">When they showed the provider who they are; null where it does not say.</param>
/// <param name="Session">The session that left, where there was one.</param>
public sealed record ProvenIdentity(
    Guid Id, byte[] Hash, string Identity, string Issuer, IdentityPurpose Purpose, DateTimeOffset Begun, DateTimeOffset? Shown, Guid? Session, string Back, DateTimeOffset Expires)
{
    public bool Taken { get; init; }
}
