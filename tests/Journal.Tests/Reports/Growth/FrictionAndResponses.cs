using Journal.Growth;
using Journal.Reports.Growth;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Growth;

public sealed class FrictionAndResponses
{
    [Theory]
    [Trait("capability", "C142")]
    [InlineData(6, 4, true)]
    [InlineData(6, 1, false)]
    [InlineData(2, 4, false)]
    public void Slow_despite_urgency_needs_more_pressure_and_slower_decisions(int pressure, double days, bool found)
    {
        var work = new RecordedWork();
        for (var week = 0; week < 8; week++)
        {
            work.Load(7 * week, pressure: week < 4 ? 2 : pressure).Decision((7 * week) + 1, week < 4 ? 1 : days);
        }

        var report = work.Of(GrowthReport.Kind, 55);
        if (found)
        {
            report.Shows("slowDespiteUrgency", "Pressure went from 2 to 6 and the median time to decide from 1 to 4 days");
        }
        else
        {
            report.ShowsNot("slowDespiteUrgency");
        }
    }

    [Theory]
    [Trait("capability", "C143")]
    [InlineData(10, true)]
    [InlineData(13, false)]
    public void More_messages_for_the_same_output_are_redundant(double output, bool found)
    {
        var work = new RecordedWork();
        for (var week = 0; week < 8; week++)
        {
            work.Load(7 * week, messages: week < 4 ? 100 : 130).Output(7 * week, week < 4 ? 10 : output);
        }

        var report = work.Of(GrowthReport.Kind, 55);
        if (found)
        {
            report.Shows("redundantCommunication", "Messages +30 %, output +0 %");
        }
        else
        {
            report.ShowsNot("redundantCommunication", "output +30 %");
        }
    }

    [Theory]
    [Trait("capability", "C144")]
    [InlineData(1, 1, true)]
    [InlineData(1, 0, false)]
    public void Correction_is_constant_where_no_period_is_without(int earlier, int later, bool found)
    {
        var work = new RecordedWork();
        for (var week = 0; week < 8; week++)
        {
            work.Commitment(7 * week);
            foreach (var day in Enumerable.Range(0, week < 4 ? earlier : later))
            {
                work.Correction((7 * week) + day);
            }
        }

        var report = work.Of(GrowthReport.Kind, 55);
        if (found)
        {
            report.Shows("constantCorrection", "1 corrections per finished action; in 2 of 2 periods");
        }
        else
        {
            report.ShowsNot("constantCorrection", "in 1 of 2 periods");
        }
    }

    [Theory]
    [Trait("capability", "C146")]
    [Trait("capability", "C147")]
    [Trait("capability", "C148")]
    [InlineData(AmplifierKind.Effort, "effort")]
    [InlineData(AmplifierKind.Hire, "people")]
    [InlineData(AmplifierKind.Tool, "tools")]
    public void A_response_is_seen_before_and_after(AmplifierKind kind, string name)
    {
        // Output 10 before and 10 after, adherence 4/7 before and 2/7 after.
        var report = Weeks(10, 2).Amplify(28, kind).Of(GrowthReport.Kind, 62);
        report.ShowsNot($"response.{name}", "output 10 -> 10 a week, adherence 57 % -> 29 %");
        Assert.Equal((0.0, -0.2857), (report.Figure($"response.{name}.output").Value!.Value, report.Figure($"response.{name}.adherence").Value!.Value));
    }

    [Fact]
    [Trait("capability", "C149")]
    public void An_intervention_at_two_layers_is_a_reconstruction()
    {
        var report = Weeks(15, 7).Intervene(28, Layer.Belief, Layer.Execution).Of(GrowthReport.Kind, 62);
        report.Shows("response.reconstruct", "output 10 -> 15 a week, adherence 57 % -> 100 %");
        Assert.Equal(0.5, report.Figure("response.reconstruct.output").Value);
    }

    [Fact]
    [Trait("capability", "C149")]
    public void An_intervention_at_one_layer_is_none() =>
        Weeks(15, 7).Intervene(28, Layer.Execution).Of(GrowthReport.Kind, 62).CannotTell("response.reconstruct", "a response of this kind");

    [Fact]
    [Trait("capability", "C146")]
    public void A_response_whose_four_weeks_are_not_over_is_not_judged() =>
        Weeks(15, 7).Amplify(28, AmplifierKind.Effort).Of(GrowthReport.Kind, 61).CannotTell("response.effort");

    private static RecordedWork Weeks(double output, int done)
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        for (var week = 0; week < 9; week++)
        {
            work.Output(7 * week, week > 4 ? output : 10).Week(practice, week, week > 4 ? done : 4);
        }

        return work;
    }
}
