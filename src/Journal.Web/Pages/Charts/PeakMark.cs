using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Charts;

/// <summary>The best weeks of a stretch of progress.</summary>
/// <param name="From">Monday of the first of them.</param>
/// <param name="Weeks">How many they are.</param>
/// <param name="Share">Their mean, 0 to 1.</param>
internal sealed record Peak(DateOnly From, int Weeks, double Share);

/// <summary>Marks a peak by a line over its weeks at its height, with a point on top.</summary>
internal static class PeakMark
{
    public static Html Of(Peak peak, WeekScale scale, int top, int height)
    {
        var (from, to) = (Math.Max(0, scale.At(peak.From)), Math.Min(100, scale.At(peak.From.AddDays(7 * peak.Weeks))));
        var y = top + (height * (1 - peak.Share));
        return to <= from ? Html.None : Html.Of($"""
            <g class="peak"><title>peak {Wording.Percent(peak.Share)}, week of {Wording.Day(peak.From)}</title>
            <line x1="{from:0.##}%" x2="{to:0.##}%" y1="{y:0.#}" y2="{y:0.#}"/>
            <svg x="{(from + to) / 2:0.##}%" y="{y:0.#}" overflow="visible"><path d="M0-3l-5-7h10z"/></svg></g>
            """);
    }
}
