using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Effort;
using Journal.Work;

namespace Journal.Tests.Reports.Effort;

public sealed class AWindowOfEffort
{
    [Fact]
    [Trait("capability", "C6")]
    public void Half_as_much_effort_again_for_the_same_steadiness_is_flagged() =>
        Steady([4, 4, 4, 4], 10, 15).Of(EffortReport.Kind, 27).Shows("effortWithoutSteadiness", "+50 %");

    [Fact]
    [Trait("capability", "C6")]
    public void Effort_that_brought_steadiness_is_not() =>
        Steady([4, 4, 7, 7], 10, 15).Of(EffortReport.Kind, 27).ShowsNot("effortWithoutSteadiness", "from 0 % to 100 %");

    [Fact]
    [Trait("capability", "C6")]
    public void One_week_a_side_is_too_little() => Steady([4, 7], 10, 15).Of(EffortReport.Kind, 13).CannotTell("effortWithoutSteadiness");

    [Fact]
    [Trait("capability", "C40")]
    public void Twenty_hours_without_an_output_are_flagged()
    {
        var report = new RecordedWork().Time(0, 8).Time(1, 8).Time(2, 4).Of(EffortReport.Kind, 6);
        report.Shows("effortWithoutSubstance", "20 h of work and 0 outputs");
        Assert.Equal(20, report.Figure("hours").Value);
        Assert.Equal(3, report.Finding("effortWithoutSubstance").Events.Count);
        Assert.NotEmpty(report.Finding("effortWithoutSubstance").Alternatives);
    }

    [Fact]
    [Trait("capability", "C40")]
    public void An_output_in_between_parts_the_hours() =>
        new RecordedWork().Time(0, 8).Time(1, 8).Output(1).Time(2, 4).Of(EffortReport.Kind, 6).ShowsNot("effortWithoutSubstance", "20 h and 1 output");

    [Fact]
    [Trait("capability", "C71")]
    public void Fewer_steps_in_no_more_hours_simplify()
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0, steps: 7), RecordedWork.Version(5, steps: 3));
        var report = work.Run(process, 1, hours: 2).Run(process, 3, hours: 2).Run(process, 6, hours: 1).Run(process, 8, hours: 1).Of(EffortReport.Kind, 13);
        report.Shows("simplified", "7 -> 3 steps, 2 -> 1 hours");
        Assert.Equal(3, report.Figure("run.steps.after").Value);
    }

    [Fact]
    [Trait("capability", "C71")]
    public void More_hours_for_a_run_intensify()
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0, steps: 7));
        work.Run(process, 1, hours: 2).Run(process, 3, hours: 2).Run(process, 6, hours: 3).Run(process, 8, hours: 3).Of(EffortReport.Kind, 13).ShowsNot("simplified", "2 -> 3 hours a run: intensified");
    }

    [Fact]
    [Trait("capability", "C113")]
    public void Time_that_went_elsewhere_than_meant_is_drift_in_percent()
    {
        var report = new RecordedWork().Focus(0, "writing", 0.6).Focus(0, "calls", 0.4).Time(1, 3, topic: "writing").Time(2, 7, topic: "calls").Of(EffortReport.Kind, 6);
        report.Shows("drift", "60 % intended, 30 % actual, a drift of -30 %");
        Assert.Equal([-30, 30], report.Figures.Where(figure => figure.Name == "drift").Select(figure => figure.Value!.Value));
    }

    [Fact]
    [Trait("capability", "C113")]
    public void An_intention_counts_only_for_the_time_after_it() =>
        new RecordedWork().Focus(0, "writing", 1).Time(1, 5, topic: "writing").Focus(3, "writing", 0.5).Time(4, 5, topic: "writing")
            .Of(EffortReport.Kind, 6).Shows("drift", "75 % intended, 100 % actual");

    [Theory]
    [Trait("capability", "C170")]
    [Trait("capability", "C171")]
    [Trait("capability", "C172")]
    [InlineData("mode.designing", TimeMode.Doing, TimeMode.Designing)]
    [InlineData("mode.structuring", TimeMode.Controlling, TimeMode.Structuring)]
    [InlineData("mode.preempting", TimeMode.Reacting, TimeMode.Preempting)]
    public void A_shift_of_time_modes_is_a_trend_of_its_pair_only(string name, TimeMode from, TimeMode to)
    {
        var report = Shifting(from, to).Of(EffortReport.Kind, 27);
        report.Shows(name, "from 20 % to 60 %");
        Assert.Equal(2, report.Findings.Count(finding => finding.Name.StartsWith("mode.", StringComparison.Ordinal) && finding.State == FindingState.Insufficient));
    }

    [Fact]
    [Trait("capability", "C173")]
    public void The_three_shifts_together_are_read_as_one() =>
        Shifting(TimeMode.Doing, TimeMode.Preempting).Of(EffortReport.Kind, 27).Shows("mode.architect", "doing, controlling and reacting went from 20 % to 60 %");

    [Fact]
    [Trait("capability", "C174")]
    public void Weeks_fall_into_quadrants_of_hit_rate_and_hours()
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        int[] done = [7, 6, 2, 3];
        double[] hours = [10, 11, 40, 42];
        for (var week = 0; week < 4; week++)
        {
            work.Week(practice, week, done[week]).Time(7 * week, hours[week]);
        }

        var report = work.Of(EffortReport.Kind, 27);
        report.Shows("precisionOverIntensity", "Weeks of more than 25.5 h finished 36 %");
        Assert.Equal(["2", "0", "0", "2"], Assert.Single(report.Tables, table => table.Name == "quadrants").Rows.Select(row => row.Cells[1]));
    }

    [Fact]
    public void Nothing_recorded_is_said_to_be_too_little() =>
        Assert.DoesNotContain(new RecordedWork().Of(EffortReport.Kind, 27).Findings, finding => finding.State != FindingState.Insufficient);

    private static RecordedWork Steady(int[] done, double earlier, double later)
    {
        var work = new RecordedWork();
        var practice = work.Practice(0, new PracticeFloor(RecordedWork.At(0), 0.9, NonNegotiable: false));
        for (var week = 0; week < done.Length; week++)
        {
            work.Week(practice, week, done[week]).Time(7 * week, week < done.Length / 2 ? earlier : later);
        }

        return work;
    }

    private static RecordedWork Shifting(TimeMode from, TimeMode to)
    {
        var work = new RecordedWork();
        for (var week = 0; week < 4; week++)
        {
            work.Time(7 * week, week < 2 ? 8 : 4, from).Time((7 * week) + 1, week < 2 ? 2 : 6, to);
        }

        return work;
    }
}
