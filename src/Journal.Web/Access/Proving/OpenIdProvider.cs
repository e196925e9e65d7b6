namespace Journal.Web.Access.Proving;

/// <summary>An OpenID Connect provider that the operator lets say who somebody is.</summary>
/// <param name="Authority">Its issuer; https, but on this machine.</param>
/// <param name="ClientId">What it knows this server by.</param>
/// <param name="Secret">What this server shows it. It also seals what a browser carries between the two, so every node has the same.</param>
public sealed record OpenIdProvider(Uri Authority, string ClientId, string Secret)
{
    private const int LongestLabel = 40;

    /// <summary>What people know it by, for a button. Default the name of its host.</summary>
    public string Label { get; init; } = Authority.Host;

    /// <summary>Whether whoever it knows may begin a journal here. Default false: that takes an invitation.</summary>
    public bool TakesNewPeople { get; init; }

    internal bool IsGood => Authority is { IsAbsoluteUri: true, Query: "", Fragment: "", UserInfo: "" } && (Authority.Scheme == Uri.UriSchemeHttps || (Authority.Scheme == Uri.UriSchemeHttp && Authority.IsLoopback))
        && ClientId.Length > 0 && Secret.Length > 0 && Label.Length is > 0 and <= LongestLabel && !Label.Any(char.IsControl);

    /// <summary>Without the secret, so that it reaches no log by way of this record.</summary>
    public override string ToString() => $"{Label} ({Authority})";
}
