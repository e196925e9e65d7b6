using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Charts;

/// <summary>Shares per week over time, as SVG that fits any width: places along it are percentages, so that letters keep their size.</summary>
/// <param name="Id">Tells its parts from those of other charts on the page; a word of letters, digits and dashes.</param>
/// <param name="Title">Its name, for who does not see it.</param>
/// <param name="Description">What it shows, in a sentence or two.</param>
/// <param name="Scale">The weeks along it.</param>
internal sealed record WeekChart(string Id, string Title, string Description, WeekScale Scale)
{
    private const int Top = 28;
    private const int Bottom = 22;

    public IReadOnlyList<Series> Series { get; init; } = [];

    public IReadOnlyList<Band> Bands { get; init; } = [];

    public IReadOnlyList<Peak> Peaks { get; init; } = [];

    /// <summary>The share that progress takes, 0 to 1; null for no such line.</summary>
    public double? Level { get; init; }

    /// <summary>Height of the plane, in pixels.</summary>
    public int Height { get; init; } = 110;

    public Html ToSvg() => Html.Of($"""
        <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" width="100%" height="{Top + Height + Bottom}" aria-labelledby="{Id}-title {Id}-desc">
        <title id="{Id}-title">{Title}</title>
        <desc id="{Id}-desc">{Description}</desc>
        {BandShades.Pattern($"{Id}-hatch")}
        {Bands.Select(new BandShades(Scale, $"{Id}-hatch", Top, Height).Of)}
        {ShareAxis.Of(Top, Height, Level)}
        {TimeAxis.Of(Scale, Top, Height)}
        <svg y="{Top}" width="100%" height="{Height}" viewBox="0 0 {Scale.Weeks} 100" preserveAspectRatio="none" overflow="visible">
        {Series.Select(SeriesPath.Of)}</svg>
        {Peaks.Select(peak => PeakMark.Of(peak, Scale, Top, Height))}
        {new BandLabels(Scale, Top - 16).Of(Bands)}
        </svg>
        """);
}
