namespace Journal.Web.Operations;

/// <summary>What was verified last of a person: hashes at a position, by one version of the code.</summary>
/// <param name="Id">The person's tenant.</param>
/// <param name="Reports">By report.</param>
public sealed record VerifiedState(string Id, long Position, string CodeVersion, string Facts, IReadOnlyDictionary<string, string> Reports);
