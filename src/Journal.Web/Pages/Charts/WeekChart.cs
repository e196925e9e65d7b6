using Journal.Reports;

namespace Journal.Web.Pages.Charts;

/// <summary>Shares per week over time, as SVG that fits any width: places along it are percentages, so that letters keep their size.</summary>
/// <param name="Id">Tells its parts from those of other charts on the page; a word of letters, digits and dashes.</param>
/// <param name="Title">Its name, for who does not see it.</param>
/// <param name="Description">What it shows, in a sentence or two.</param>
/// <param name="Scale">The weeks along it.</param>
public sealed record WeekChart(string Id, string Title, string Description, WeekScale Scale)
{
    /// <summary>Above the plane, where bands are labelled.</summary>
    public const int Top = 28;

    /// <summary>Below the plane, where days are named.</summary>
    public const int Bottom = 22;

    public IReadOnlyList<Series> Series { get; init; } = [];

    public IReadOnlyList<Band> Bands { get; init; } = [];

    public IReadOnlyList<Peak> Peaks { get; init; } = [];

    /// <summary>The share that progress takes, 0 to 1; null for no such line.</summary>
    public double? Level { get; init; }

    /// <summary>Height of the plane, in pixels.</summary>
    public int Height { get; init; } = 110;

    /// <summary>Text as it may stand in XML: what no entity makes good is replaced.</summary>
    public static string Clean(string text) => text.Any(IsControl) ? string.Concat(text.Select(letter => IsControl(letter) ? '\uFFFD' : letter)) : text;

    private static bool IsControl(char letter) => letter is not ('\t' or '\n' or '\r') && (Printable.IsControl(letter) || letter is '\uFFFE' or '\uFFFF');
}

/// <summary>The best weeks of a stretch of progress.</summary>
/// <param name="From">Monday of the first of them.</param>
/// <param name="Weeks">How many they are.</param>
/// <param name="Share">Their mean, 0 to 1.</param>
public sealed record Peak(DateOnly From, int Weeks, double Share);
