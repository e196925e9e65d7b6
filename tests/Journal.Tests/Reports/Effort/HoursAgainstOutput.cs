using Journal.Diagnosis;
using Journal.Facts;
using Journal.Reports.Effort;

namespace Journal.Tests.Reports.Effort;

public sealed class HoursAgainstOutput
{
    [Fact]
    [Trait("capability", "C105")]
    public void Flat_output_while_effort_holds_is_flagged() =>
        Weeks([30, 30, 30, 30, 30, 30, 30, 30], [10, 11, 9, 10, 11, 10, 9, 10]).Of(EffortReport.Kind, 55).Shows("notCompounding", "output does not grow");

    [Fact]
    [Trait("capability", "C105")]
    public void Growing_output_is_not() =>
        Weeks([30, 30, 30, 30, 30, 30, 30, 30], [10, 12, 14, 16, 18, 20, 22, 24]).Of(EffortReport.Kind, 55).ShowsNot("notCompounding", "output grows");

    [Fact]
    [Trait("capability", "C105")]
    public void Flat_output_while_effort_fell_is_not() =>
        Weeks([30, 30, 30, 30, 10, 10, 10, 10], [10, 10, 10, 10, 10, 10, 10, 10]).Of(EffortReport.Kind, 55).ShowsNot("notCompounding", "effort fell too");

    [Fact]
    [Trait("capability", "C106")]
    public void Output_that_hours_do_not_move_is_constant() => Curve(_ => 10, "constant");

    [Fact]
    [Trait("capability", "C106")]
    public void Output_in_proportion_to_hours_is_linear() => Curve(hours => 2 + (0.5 * hours), "linear");

    [Fact]
    [Trait("capability", "C106")]
    public void Output_that_levels_off_is_saturating() => Curve(hours => 40 * hours / (hours + 22.5), "saturating");

    [Fact]
    [Trait("capability", "C106")]
    public void Output_that_explodes_is_never_called_exponential()
    {
        var report = Over(hours => Math.Exp(hours / 5)).Of(EffortReport.Kind, 55);
        report.Shows("curve", "linear");
        Assert.DoesNotContain("exponential", report.Finding("curve").Sentence, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    [Trait("capability", "C107")]
    public void More_hours_for_the_same_output_by_the_same_process_are_compression() =>
        Compressed().Of(EffortReport.Kind, 55).Shows("compression", "hours +40 %, output +5 %");

    [Fact]
    [Trait("capability", "C107")]
    public void With_another_version_of_the_process_they_are_not()
    {
        var work = Compressed();
        work.Process(RecordedWork.Version(0), RecordedWork.Version(30));
        work.Of(EffortReport.Kind, 55).ShowsNot("compression", "a process was revised in between");
    }

    [Fact]
    [Trait("capability", "C107")]
    public void Hours_that_bring_output_are_not() =>
        Weeks([10, 10, 10, 10, 14, 14, 14, 14], [20, 20, 20, 20, 26, 26, 26, 26]).Of(EffortReport.Kind, 55).ShowsNot("compression");

    [Fact]
    [Trait("capability", "C108")]
    public void The_next_confirmed_defect_is_counted_in_days()
    {
        // The later window begins on day 28; a defect nobody confirmed does not count, nor one that was dismissed.
        var report = Compressed().Defect(30).Defect(35, DefectStatus.Confirmed, DefectStatus.Dismissed).Defect(45, DefectStatus.Confirmed).Of(EffortReport.Kind, 55);
        Assert.Equal(17, report.Figure("compression.lag").Value);
    }

    [Fact]
    [Trait("capability", "C108")]
    public void Without_a_defect_there_is_no_lag() => Assert.Null(Compressed().Of(EffortReport.Kind, 55).Figure("compression.lag").Value);

    private static RecordedWork Compressed() => Weeks([10, 10, 10, 10, 14, 14, 14, 14], [20, 20, 20, 20, 21, 21, 21, 21]);

    private static void Curve(Func<double, double> output, string name) => Over(output).Of(EffortReport.Kind, 55).Shows("curve", $"by a {name} one");

    private static RecordedWork Over(Func<double, double> output)
    {
        double[] hours = [5, 10, 15, 20, 25, 30, 35, 40], noise = [0.1, -0.1, -0.1, 0.1, 0.1, -0.1, -0.1, 0.1];
        return Weeks(hours, [.. hours.Select((h, i) => output(h) + noise[i])]);
    }

    private static RecordedWork Weeks(double[] hours, double[] output)
    {
        var work = new RecordedWork();
        for (var week = 0; week < hours.Length; week++)
        {
            work.Time(7 * week, hours[week]).Output((7 * week) + 1, output[week]);
        }

        return work;
    }
}
