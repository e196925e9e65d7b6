using System.Globalization;
using System.Text;
using System.Xml;

namespace Journal.Reports;

/// <summary>The series of a report as one SVG image, a panel each, with titles for readers that do not see it. Colours follow the viewer's light or dark.</summary>
public static class ReportSvg
{
    private const int Width = 720, Panel = 150, Left = 48, Top = 28, Bottom = 24;

    /// <summary>Draws the report; a report without series becomes a line of text.</summary>
    public static string Write(Report report)
    {
        var text = new StringBuilder();
        using (var svg = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Document }))
        {
            var drawn = report.Series.Where(series => series.Points.Any(point => point.Value is not null)).ToList();
            svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            svg.WriteAttributeString("viewBox", $"0 0 {Width} {Math.Max(1, drawn.Count) * Panel}");
            svg.WriteAttributeString("role", "img");
            svg.WriteElementString("title", $"Report {report.Name}");
            svg.WriteElementString("style", "text{font:12px system-ui,sans-serif;fill:#333}path{fill:none;stroke:#2a6fb0;stroke-width:2}line{stroke:#999}circle{fill:#2a6fb0}@media(prefers-color-scheme:dark){text{fill:#ddd}path{stroke:#7db8ee}circle{fill:#7db8ee}line{stroke:#666}}");
            if (drawn.Count == 0)
                Label(svg, Left, Top, report.Insufficient ?? "This report has no series to draw.");
            for (var i = 0; i < drawn.Count; i++)
                Draw(svg, drawn[i], i * Panel);
            svg.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Draw(XmlWriter svg, Series series, int top)
    {
        var known = series.Points.Where(point => point.Value is not null).ToList();
        var (low, high) = (known.Min(point => point.Value!.Value), known.Max(point => point.Value!.Value));
        var (first, last) = (series.Points[0].Day, series.Points[^1].Day);
        double X(DateOnly day) => Left + (Width - Left - 8.0) * (day.DayNumber - first.DayNumber) / Math.Max(1, last.DayNumber - first.DayNumber);
        double Y(double value) => top + Panel - Bottom - (Panel - Top - Bottom) * (high > low ? (value - low) / (high - low) : 0.5);
        svg.WriteStartElement("g");
        svg.WriteElementString("title", $"{series.Label}: from {Text.Value(known[0].Value, series.Unit)} to {Text.Value(known[^1].Value, series.Unit)}, between {Text.Value(low, series.Unit)} and {Text.Value(high, series.Unit)}");
        Label(svg, Left, top + 16, series.Label);
        Label(svg, 4, (int)Y(high) + 4, Text.Value(high, series.Unit));
        Label(svg, 4, (int)Y(low) + 4, Text.Value(low, series.Unit));
        Label(svg, Left, top + Panel - 6, first.ToString("O", CultureInfo.InvariantCulture));
        Label(svg, Width - 80, top + Panel - 6, last.ToString("O", CultureInfo.InvariantCulture));
        svg.WriteStartElement("path");
        svg.WriteAttributeString("d", Path(series.Points, X, Y));
        svg.WriteEndElement();
        foreach (var alone in Alone(series.Points))
            Circle(svg, X(alone.Day), Y(alone.Value!.Value));
        svg.WriteEndElement();
    }

    // A gap in what is known is a gap in the line.
    private static string Path(IReadOnlyList<Point> points, Func<DateOnly, double> x, Func<double, double> y)
    {
        var path = new StringBuilder();
        var open = false;
        foreach (var point in points)
        {
            if (point.Value is { } value)
                path.Append(CultureInfo.InvariantCulture, $"{(open ? 'L' : 'M')}{x(point.Day):0.#} {y(value):0.#}");
            open = point.Value is not null;
        }

        return path.ToString();
    }

    private static IEnumerable<Point> Alone(IReadOnlyList<Point> points) => points.Where((point, i) =>
        point.Value is not null && (i == 0 || points[i - 1].Value is null) && (i == points.Count - 1 || points[i + 1].Value is null));

    private static void Circle(XmlWriter svg, double x, double y)
    {
        svg.WriteStartElement("circle");
        svg.WriteAttributeString("cx", x.ToString("0.#", CultureInfo.InvariantCulture));
        svg.WriteAttributeString("cy", y.ToString("0.#", CultureInfo.InvariantCulture));
        svg.WriteAttributeString("r", "2.5");
        svg.WriteEndElement();
    }

    private static void Label(XmlWriter svg, int x, int y, string words)
    {
        svg.WriteStartElement("text");
        svg.WriteAttributeString("x", x.ToString(CultureInfo.InvariantCulture));
        svg.WriteAttributeString("y", y.ToString(CultureInfo.InvariantCulture));
        svg.WriteString(Printable.Line(words));
        svg.WriteEndElement();
    }
}
