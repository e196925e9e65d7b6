using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Breakpoint;

namespace Journal.Tests.Reports.Breakpoint;

/// <summary>Weeks of a known load: so many commitments each, all planned for Monday, begun after the same delay and done on Tuesday.</summary>
public sealed class CarryingALoad
{
    private const int Weeks = 40;
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "C141")]
    [Trait("capability", "M12")]
    public void A_knee_at_a_load_of_12_is_found()
    {
        var report = Read(load => 1 + Math.Max(0, load - 12), seed: 1);
        var knee = report.Figure("onsetDelay.knee");
        Assert.InRange(knee.Value!.Value, 11, 13);
        Assert.InRange(12, knee.Interval!.Low, knee.Interval.High);
        Assert.Equal(FindingState.Found, report.State("onsetDelay.breakpoint"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [Trait("capability", "C141")]
    public void A_straight_line_has_none(int seed)
    {
        var report = Read(load => 1 + (0.5 * load), seed);
        Assert.Equal(FindingState.NotFound, report.State("onsetDelay.breakpoint"));
        Assert.DoesNotContain(report.Figures, figure => figure.Name == "onsetDelay.knee");
    }

    [Fact]
    [Trait("capability", "C104")]
    public void Degradation_in_the_high_band_is_visible()
    {
        var report = Read(load => 1 + Math.Max(0, load - 12), seed: 1);
        Assert.True(report.Figure("onsetDelay.highLoad").Value > 2 * report.Figure("onsetDelay.lowLoad").Value);
        Assert.Equal(FindingState.Found, report.State("onsetDelay.degrades"));
        Assert.Equal(FindingState.Insufficient, report.State("latency.degrades"));
    }

    [Fact]
    [Trait("capability", "C104")]
    public void The_same_delay_at_every_load_is_no_degradation() => Assert.Equal(FindingState.NotFound, Read(_ => 3, seed: 1).State("onsetDelay.degrades"));

    [Fact]
    [Trait("capability", "M12")]
    public void The_load_of_a_week_is_what_was_open_when_it_began_and_what_came_in_it()
    {
        book.Decision(0, 8 * 24);
        book.Decision(0);
        book.Commitment(7 * 24);
        book.Decision(15 * 24, 16 * 24);
        var table = book.Read(BreakpointReport.Kind, to: 20).Table("weeks");
        Assert.Equal(["2", "3", "3"], table.Column("load"));
        Assert.Equal(["2", "1", "1"], table.Column("arrivals"));
    }

    // The delay of a week, in hours, with an error of up to a quarter of an hour on either side.
    private Report Read(Func<int, double> delay, int seed)
    {
        var random = new Random(seed);
        for (var week = 0; week < Weeks; week++)
        {
            var load = 4 + (week * 7 % 17);
            var hours = delay(load) + ((random.NextDouble() - 0.5) / 2);
            for (var i = 0; i < load; i++)
            {
                book.Commitment(week * 7 * 24, (week * 7 * 24) + hours, OutcomeState.Finished, (week * 7 * 24) + 40);
            }
        }

        return book.Read(BreakpointReport.Kind, to: (Weeks * 7) - 1);
    }
}
