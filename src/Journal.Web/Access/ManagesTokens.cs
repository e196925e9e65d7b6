namespace Journal.Web.Access;

/// <summary>Marks endpoints that let somebody in, or keep them out.</summary>
internal sealed class ManagesTokens;
