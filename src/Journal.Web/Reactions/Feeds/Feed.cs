namespace Journal.Web.Reactions.Feeds;

/// <summary>A calendar that others may look at, of what is due to a person.</summary>
/// <param name="Id">The person.</param>
/// <param name="Hash">SHA-256 of the secret in its address.</param>
/// <param name="Words">Whether it says what things are called.</param>
public sealed record Feed(Guid Id, byte[] Hash, bool Words, DateTimeOffset Made);
