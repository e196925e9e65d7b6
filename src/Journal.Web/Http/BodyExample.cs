namespace Journal.Web.Http;

/// <summary>A body as a person would send it, for the API's description.</summary>
/// <param name="Json">The body.</param>
internal sealed record BodyExample(string Json);
