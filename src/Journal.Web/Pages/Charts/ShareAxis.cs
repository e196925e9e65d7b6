using Journal.Web.Pages.Markup;

namespace Journal.Web.Pages.Charts;

/// <summary>The lines for shares from 0 to 100%, and one for the level that the rules ask of progress.</summary>
internal static class ShareAxis
{
    private static readonly double[] Shares = [0, 0.5, 1];

    public static Html Of(int top, int height, double? level) =>
        Html.Of($"{Shares.Select(share => Grid(share, top, height))}{(level is { } known ? Line("level", Y(known, top, height)) : Html.None)}");

    private static Html Grid(double share, int top, int height) =>
        Html.Of($"""{Line("grid", Y(share, top, height))}<text class="axis" x="-6" y="{Y(share, top, height) + 4:0.#}" text-anchor="end">{Wording.Percent(share)}</text>""");

    private static Html Line(string name, double y) => Html.Of($"""<line class="{name}" x1="0" x2="100%" y1="{y:0.#}" y2="{y:0.#}"/>""");

    private static double Y(double share, int top, int height) => top + (height * (1 - share));
}
