using Journal.Reports;
using Journal.Reports.Metrics;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Metrics;

/// <summary>Worked by hand on exact series, whose intervals have no width.</summary>
public sealed class TheSlopeOfOutput
{
    [Fact]
    public void A_straight_rise_grows_and_does_not_compound()
    {
        var slope = Of(10, 12, 14, 16, 18, 20, 22, 24, 26, 28);
        Assert.Equal(2, slope.Whole.Value!.Value, 9);
        Assert.Equal((true, false, 10), (slope.Grows, slope.Convex, slope.Whole.N));
    }

    [Fact]
    public void A_steeper_second_half_is_convex()
    {
        var slope = Of(10, 11, 12, 13, 14, 18, 22, 26, 30, 34);
        Assert.Equal((1.0, 4.0), (Math.Round(slope.Earlier!.High, 9), Math.Round(slope.Later!.Low, 9)));
        Assert.True(slope.Convex);
    }

    [Fact]
    public void Flat_output_does_not_grow() => Assert.False(Of(10, 10, 10, 10, 10, 10).Grows);

    [Fact]
    public void Five_weeks_are_too_few() => Assert.NotNull(Of(1, 2, 3, 4, 5).Whole.Insufficient);

    [Fact]
    public void Halves_of_three_weeks_do_not_say_whether_it_bends() => Assert.Null(Of(1, 2, 3, 4, 5, 6).Convex);

    private static OutputSlope Of(params double[] output)
    {
        var work = new RecordedWork();
        for (var week = 0; week < output.Length; week++)
        {
            work.Output(7 * week, output[week]);
        }

        return OutputSlope.Of(work.Work((7 * output.Length) - 1).Weeks.Output, RuleSet.Default);
    }
}
