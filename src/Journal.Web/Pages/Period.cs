namespace Journal.Web.Pages;

/// <summary>How much of the history the charts show.</summary>
/// <param name="Word">As in the address.</param>
/// <param name="Name">As on the page.</param>
/// <param name="Weeks">How many of the last weeks; null for all.</param>
internal sealed record Period(string Word, string Name, int? Weeks)
{
    public static Period Everything { get; } = new("all", "All", null);

    public static IReadOnlyList<Period> All { get; } =
        [Everything, new("5y", "5 years", 261), new("2y", "2 years", 105), new("1y", "1 year", 53), new("6m", "6 months", 27), new("3m", "3 months", 14)];

    /// <summary>The period of a word; everything for a word that is none.</summary>
    public static Period Of(string? word) => All.FirstOrDefault(period => period.Word == word) ?? Everything;
}
