namespace Journal.Web.Access;

/// <summary>What a credential may be used for.</summary>
public enum Scope
{
    /// <summary>To look.</summary>
    Read,

    /// <summary>To look and to record.</summary>
    Write,

    /// <summary>To look, to record, and to list, issue and revoke tokens.</summary>
    Manage,
}

/// <summary>How a credential is carried.</summary>
public enum CredentialKind
{
    /// <summary>In the Authorization header, by programs.</summary>
    Token,

    /// <summary>In a link, once, to be exchanged for a session.</summary>
    Link,

    /// <summary>In a cookie, by a browser.</summary>
    Session,
}

/// <summary>A credential without its secret.</summary>
/// <param name="Prefix">The beginning of the secret, to tell credentials apart.</param>
/// <param name="LastUsed">To the hour; null when it was never used.</param>
public sealed record Credential(
    Guid Id,
    CredentialKind Kind,
    string Prefix,
    Scope Scope,
    string Label,
    DateTimeOffset Created,
    DateTimeOffset? Expires,
    DateTimeOffset? LastUsed,
    DateTimeOffset? Revoked);

/// <summary>A new credential with its secret, which can be had only now.</summary>
public sealed record IssuedCredential(Credential Credential, string Secret)
{
    /// <summary>Without the secret, so that it reaches no log by way of this record.</summary>
    public override string ToString() => Credential.ToString();
}
