using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Charts;

/// <summary>Shades bands. A regression is hatched and has an edge on top, so that it can be told from progress without colours.</summary>
internal sealed class BandShades(WeekScale scale, string hatch, int top, int height)
{
    public Html Of(Band band)
    {
        var (from, to) = (Math.Max(0, scale.At(band.From)), Math.Min(100, scale.At(band.To.AddDays(1))));
        return to <= from ? Html.None
            : band.Kind == BandKind.Progress ? Html.Of($"""<g class="progress"><title>{band.Label}</title>{Rectangle(from, to, "shade", height)}</g>""")
            : Html.Of($"""
                <g class="regression"><title>{band.Label}</title>{Rectangle(from, to, "shade", height)}{Hatch(from, to)}{Rectangle(from, to, "edge", 3)}</g>
                """);
    }

    public static Html Pattern(string hatch) => Html.Of($"""
        <defs><pattern id="{hatch}" class="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7"/></pattern></defs>
        """);

    private Html Rectangle(double from, double to, string name, int high) =>
        Html.Of($"""<rect class="{name}" x="{from:0.###}%" y="{top}" width="{to - from:0.###}%" height="{high}"/>""");

    private Html Hatch(double from, double to) =>
        Html.Of($"""<rect x="{from:0.###}%" y="{top}" width="{to - from:0.###}%" height="{height}" fill="url(#{hatch})"/>""");
}
