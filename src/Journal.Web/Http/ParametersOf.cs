namespace Journal.Web.Http;

/// <summary>Marks an endpoint that takes parameters besides those that its handler declares, which follow from the sort of what is listed; the handler looks at them itself.</summary>
/// <param name="Names">Each with the words it takes; none where only the address tells the sort.</param>
internal sealed record ParametersOf(IReadOnlyList<(string Name, IReadOnlyList<string> Words)> Names);
