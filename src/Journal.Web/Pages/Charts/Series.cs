namespace Journal.Web.Pages.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">The class that styles it, a word of the program's own: <c>execution</c>, <c>belief</c>, <c>thinking</c>.</param>
/// <param name="Values">One value a week of the scale, 0 to 1; null where the week is not known.</param>
public sealed record Series(string Name, IReadOnlyList<double?> Values);
