using System.Globalization;
using System.Text;

namespace Journal.Web.Pages.Charts;

/// <summary>Draws a series in a plane one unit a week wide and 100 high. A week that is not known interrupts the line; it is not drawn at zero.</summary>
internal static class SeriesPath
{
    // With more weeks, dots would run into each other.
    private const int MostDots = 80;

    public static string Line(IReadOnlyList<double?> values)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value)
                path.Append(IsKnown(values, i - 1) ? 'L' : 'M').Append(Point(i, value));
        }

        return path.ToString();
    }

    // A known week between unknown ones has no line to lie on.
    public static string Dots(IReadOnlyList<double?> values)
    {
        var path = new StringBuilder();
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && (values.Count <= MostDots || (!IsKnown(values, i - 1) && !IsKnown(values, i + 1))))
                path.Append('M').Append(Point(i, value)).Append("h0");
        }

        return path.ToString();
    }

    private static bool IsKnown(IReadOnlyList<double?> values, int i) => i >= 0 && i < values.Count && values[i] is not null;

    private static string Point(int week, double value) => string.Create(CultureInfo.InvariantCulture, $"{week + 0.5:0.#} {100 - (100 * value):0.##}");
}
