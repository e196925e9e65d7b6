namespace Journal.Web.Access.Proving;

/// <summary>Leave to begin a journal here, for whoever has its code.</summary>
/// <param name="Id">What is kept of the code.</param>
public sealed record Invitation(string Id, DateTimeOffset Expires)
{
    /// <summary>Null while it is good.</summary>
    public DateTimeOffset? Used { get; init; }
}
