using Journal.Facts;

namespace Journal.Reports.TimeTravel;

/// <summary>Finds a fact by what a person calls it.</summary>
public static class Titles
{
    /// <summary>By id, by title, or by how one title alone begins; case does not matter. Of several with the very title, the latest.</summary>
    /// <param name="facts">Where to look, by valid time.</param>
    /// <param name="text">What it is called.</param>
    /// <param name="title">The title of a fact.</param>
    /// <returns>Null when nothing answers to it, or when several titles begin so.</returns>
    public static T? Find<T>(IReadOnlyList<T> facts, string text, Func<T, string> title)
        where T : Fact =>
        Guid.TryParse(text, out var id) && facts.FirstOrDefault(fact => fact.Id == id) is { } named ? named
        : facts.LastOrDefault(fact => string.Equals(title(fact), text, StringComparison.OrdinalIgnoreCase)) is { } exact ? exact
        : facts.Where(fact => title(fact).StartsWith(text, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only
        : null;
}
