using Journal.Reports.Weeks;

namespace Journal.Tests.Reports.Weeks;

public sealed class AnIsoWeek
{
    [Theory]
    [InlineData("2016-01-01", "2015-W53", "2015-12-28")]
    [InlineData("2016-01-04", "2016-W01", "2016-01-04")]
    [InlineData("2018-12-31", "2019-W01", "2018-12-31")]
    [InlineData("2020-12-31", "2020-W53", "2020-12-28")]
    [InlineData("2021-01-03", "2020-W53", "2020-12-28")]
    public void It_belongs_to_the_year_of_its_Thursday(string day, string name, string monday)
    {
        var week = IsoWeek.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((name, monday), (week.ToString(), week.Monday.ToString("O")));
    }
}
