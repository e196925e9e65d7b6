using System.Xml.Linq;
using Journal.Reports;
using Journal.Reports.Weeks;
using Journal.Web.Pages;
using Journal.Web.Pages.Charts;

namespace Journal.Tests.Pages;

/// <summary>Eight weeks of a daily practice: two good ones, a third, a fall, and no recovery.</summary>
public sealed class AChartOfCycles
{
    private const string Hostile = "</title><script>alert(\"1\")</script> & 'x' \u0002";
    private static readonly DateOnly Monday = new(2016, 2, 1);

    [Fact]
    public void Shades_the_regression_with_a_hatch_and_an_edge_and_not_by_colour_alone()
    {
        var regression = Assert.Single(Svg().Descendants(), element => Class(element) == "regression");
        Assert.Equal("regression from 22 Feb 2016, 5 weeks, open", Child(regression, "title"));
        Assert.Contains(regression.Elements(), element => element.Attribute("fill")?.Value.StartsWith("url(#", StringComparison.Ordinal) == true);
        Assert.Contains(regression.Elements(), element => Class(element) == "edge");
    }

    [Fact]
    public void Labels_it_by_the_number_it_has_in_the_list() =>
        Assert.Contains(Svg().Descendants(), element => Class(element) == "number wide" && element.Value == "1 regression from 22 Feb 2016, 5 weeks, open");

    [Fact]
    public void Places_it_where_its_weeks_are()
    {
        var shade = Svg().Descendants().First(element => Class(element) == "shade" && Class(element.Parent!) == "regression");
        Assert.Equal(("37.5%", "62.5%"), (shade.Attribute("x")!.Value, shade.Attribute("width")!.Value));
    }

    [Fact]
    public void Marks_the_peak() => Assert.Equal("peak 100 %, week of 1 Feb 2016", Child(Svg().Descendants().Single(element => Class(element) == "peak"), "title"));

    [Fact]
    public void Is_named_and_described_for_who_does_not_see_it()
    {
        var svg = Svg();
        Assert.Equal("img", svg.Attribute("role")!.Value);
        var parts = svg.Attribute("aria-labelledby")!.Value.Split(' ').Select(id => svg.Elements().Single(element => element.Attribute("id")?.Value == id).Value).ToList();
        Assert.StartsWith("Read: adherence per week", parts[0], StringComparison.Ordinal);
        Assert.Equal("8 known weeks of 8. 1: regression from 22 Feb 2016, 5 weeks, open. ", parts[1]);
    }

    [Fact]
    public void Stays_well_formed_whatever_the_title_holds()
    {
        var svg = Svg(Hostile);
        Assert.DoesNotContain(svg.DescendantsAndSelf(), element => element.Name.LocalName == "script");
        Assert.StartsWith(Hostile.Replace('\u0002', '\uFFFD'), svg.Elements().First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Carries_no_style_of_its_own() => Assert.DoesNotContain(Svg().DescendantsAndSelf(), element => element.Attribute("style") is not null || element.Name.LocalName == "style");

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(130)]
    [InlineData(520)]
    [InlineData(2600)]
    public void Names_few_enough_days_to_be_read(int weeks)
    {
        var ticks = TimeAxis.Ticks(new WeekScale(IsoWeek.Of(new DateOnly(2016, 3, 7)), weeks));
        Assert.InRange(ticks.Count, 1, 13);
        Assert.Equal(ticks.Select(tick => tick.Day).Order(), ticks.Select(tick => tick.Day));
    }

    private static XElement Svg(string title = "Read")
    {
        var journal = new SampleJournal();
        journal.Daily(title, Monday, 7, 7, 7, 2, 1, 1, 2, 1);
        var reading = journal.Read(Monday.AddDays(55));
        return XDocument.Parse(Rendered.Of<WeekChartView>(("Chart", PracticeView.Of(reading).Single().Chart(new(IsoWeek.Of(Monday), 8), RuleSet.Default)))).Root!;
    }

    private static string? Class(XElement element) => element.Attribute("class")?.Value;

    private static string Child(XElement element, string name) => element.Elements().Single(child => child.Name.LocalName == name).Value;
}
