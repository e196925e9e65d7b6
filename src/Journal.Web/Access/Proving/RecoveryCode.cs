namespace Journal.Web.Access.Proving;

/// <summary>A code on paper that lets a person in once, when all else is lost.</summary>
/// <param name="Id">What is kept of the code.</param>
public sealed record RecoveryCode(string Id, Guid Person, DateTimeOffset Created)
{
    /// <summary>Null while it is good.</summary>
    public DateTimeOffset? Used { get; init; }
}
