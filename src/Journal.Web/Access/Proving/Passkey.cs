namespace Journal.Web.Access.Proving;

/// <summary>A key that a person's device or password manager holds, of which only the public half is here.</summary>
/// <param name="Id">The credential's id, in base64url.</param>
/// <param name="Counter">How often it says that it was used; 0 for those that do not count.</param>
public sealed record Passkey(string Id, Guid Person, byte[] PublicKey, long Counter, string Label, DateTimeOffset Created)
{
    /// <summary>Null when it was never used.</summary>
    public DateTimeOffset? LastUsed { get; init; }
}

/// <summary>What a browser was asked to sign. It is asked once, and soon.</summary>
/// <param name="Person">Who adds a passkey; null where somebody is to sign in with one.</param>
/// <param name="Options">What the browser was sent.</param>
public sealed record PasskeyChallenge(Guid Id, Guid? Person, string Options, DateTimeOffset Expires)
{
    /// <summary>Whether it was answered, rightly or not.</summary>
    public bool Taken { get; init; }
}
