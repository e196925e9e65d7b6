using System.Globalization;
using System.Text;
using Journal.Reports;
using Journal.Reports.Weeks;
using ReportSeries = Journal.Reports.Series;

namespace Journal.Web.Pages.Charts;

/// <summary>A report's figure over time, of any unit, in a plane 1000 wide and 100 high.</summary>
/// <param name="Id">Tells its parts from those of other charts on the page.</param>
/// <param name="Title">Its name, for who does not see it.</param>
/// <param name="Description">What it shows, in a sentence or two.</param>
/// <param name="Scale">The weeks along it.</param>
/// <param name="Low">The value of the floor.</param>
/// <param name="High">The value of the top.</param>
public sealed record DrawnSeries(string Id, string Title, string Description, WeekScale Scale, double Low, double High, string Unit, IReadOnlyList<Point> Points)
{
    // With more points, dots would run into each other.
    private const int MostDots = 80;

    private static readonly int[] Digits = [1, 2, 5, 10];

    public static DrawnSeries Of(ReportSeries series, string id)
    {
        ArgumentNullException.ThrowIfNull(series);
        var known = series.Points.Where(point => point.Value is not null).Select(point => point.Value!.Value).ToList();
        var (low, high) = (known.Min() < 0 ? -Round(-known.Min()) : 0, series.Unit == "share" && known.Max() <= 1 ? 1 : known.Max() <= 0 ? 0 : Round(known.Max()));
        return new(id, series.Label, Describe(series), WeekScale.Of(IsoWeek.Of(series.Points[0].Day), IsoWeek.Of(series.Points[^1].Day)), low, high > low ? high : low + 1, series.Unit, series.Points);
    }

    /// <summary>In words, for who does not see it, or sees it badly.</summary>
    public static string Describe(ReportSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        var known = series.Points.Where(point => point.Value is not null).ToList();
        var (lowest, highest) = (known.MinBy(point => point.Value), known.MaxBy(point => point.Value));
        return known.Count == 1
            ? $"{Wording.Value(known[0].Value, series.Unit)} on {Wording.Day(known[0].Day)}."
            : $"From {Wording.Value(known[0].Value, series.Unit)} ({Wording.Day(known[0].Day)}) to {Wording.Value(known[^1].Value, series.Unit)} ({Wording.Day(known[^1].Day)}); lowest {Wording.Value(lowest.Value, series.Unit)} ({Wording.Day(lowest.Day)}), highest {Wording.Value(highest.Value, series.Unit)} ({Wording.Day(highest.Day)}).{(known.Count < series.Points.Count ? " A gap is not known." : "")}";
    }

    /// <summary>What stands beside the plane at a share of its height.</summary>
    public string Axis(double share) => (Low + (share * (High - Low))) is var value && Unit is "share" or "probability" ? Wording.Percent(value) : Text.Number(value, 1);

    /// <summary>The line; what is not known interrupts it.</summary>
    public string Line()
    {
        var path = new StringBuilder();
        for (var i = 0; i < Points.Count; i++)
        {
            if (Points[i].Value is { } value)
                path.Append(IsKnown(i - 1) ? 'L' : 'M').Append(Place(Points[i].Day, value));
        }

        return path.ToString();
    }

    /// <summary>The points; of many, those alone that no line touches.</summary>
    public string Dots()
    {
        var path = new StringBuilder();
        for (var i = 0; i < Points.Count; i++)
        {
            if (Points[i].Value is { } value && (Points.Count <= MostDots || (!IsKnown(i - 1) && !IsKnown(i + 1))))
                path.Append('M').Append(Place(Points[i].Day, value)).Append("h0");
        }

        return path.ToString();
    }

    private bool IsKnown(int i) => i >= 0 && i < Points.Count && Points[i].Value is not null;

    private string Place(DateOnly day, double value) => string.Create(CultureInfo.InvariantCulture, $"{Scale.At(day) * 10:0.#} {100 - (100 * (value - Low) / (High - Low)):0.##}");

    // Up to a number that is easily read: 1, 2 or 5 with zeros.
    private static double Round(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value)));
        return Digits.Select(digit => digit * power).First(step => step >= value * 0.999999);
    }
}
