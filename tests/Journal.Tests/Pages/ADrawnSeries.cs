using System.Xml.Linq;
using Journal.Reports.Weeks;
using Journal.Web.Pages.Charts;

namespace Journal.Tests.Pages;

public sealed class ADrawnSeries
{
    private static readonly IsoWeek First = IsoWeek.Of(new DateOnly(2016, 1, 4));

    [Fact]
    public void Joins_known_weeks_from_the_top_down() => Assert.Equal("M0.5 0L1.5 50L2.5 100", Line(1, 0.5, 0));

    [Fact]
    public void Has_a_gap_where_a_week_is_not_known() => Assert.Equal("M0.5 0L1.5 0M3.5 100L4.5 100", Line(1, 1, null, 0, 0));

    [Fact]
    public void Does_not_draw_what_is_not_known_at_zero() => Assert.Equal("", Line(null, null));

    [Fact]
    public void Shows_a_lone_week_by_a_dot_however_many_weeks_there_are()
    {
        var weeks = Enumerable.Repeat<double?>(null, 300).ToArray();
        weeks[7] = 0.25;
        Assert.Equal("M7.5 75h0", Paths(weeks)[1]);
    }

    [Fact]
    public void Has_no_dots_on_a_line_of_many_weeks() => Assert.Equal("", Paths([.. Enumerable.Repeat<double?>(0.5, 300)])[1]);

    private static string Line(params double?[] values) => Paths(values)[0];

    private static string[] Paths(double?[] values)
    {
        var svg = Rendered.Of<WeekChartView>(("Chart", new WeekChart("c", "t", "d", new(First, values.Length)) { Series = [new("execution", values)] }));
        return [.. XDocument.Parse(svg).Descendants().Where(element => element.Attribute("class")?.Value is "line execution" or "dots execution").Select(path => path.Attribute("d")!.Value)];
    }
}
