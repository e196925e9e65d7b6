using Journal.Diagnosis;
using Journal.Facts;
using Journal.Growth;
using Journal.Practices;
using Journal.Reports.Growth;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Growth;

public sealed class AnAmplifier
{
    [Theory]
    [Trait("capability", "C133")]
    [Trait("capability", "C134")]
    [Trait("capability", "C135")]
    [Trait("capability", "C136")]
    [InlineData(AmplifierKind.Hire, "hire")]
    [InlineData(AmplifierKind.Automate, "automate")]
    [InlineData(AmplifierKind.Market, "market")]
    [InlineData(AmplifierKind.Expand, "expand")]
    [InlineData(AmplifierKind.Tool, "tool")]
    public void Every_kind_is_listed_and_warned_of_while_a_defect_is_open(AmplifierKind kind, string name)
    {
        var report = new RecordedWork().Defect(0, DefectStatus.Confirmed).Amplify(3, kind).Of(GrowthReport.Kind, 6);
        report.Shows("stabiliseFirst", $"{name} on 2026-01-08 while “Quality slips” was confirmed and open");
        Assert.Equal(["2026-01-08", name, "Quality slips"], Assert.Single(report.Tables.Single(table => table.Name == "amplifiers").Rows).Cells);
    }

    [Fact]
    [Trait("capability", "C137")]
    public void A_defect_that_is_only_suspected_warns_of_nothing() =>
        new RecordedWork().Defect(0).Amplify(3, AmplifierKind.Hire).Of(GrowthReport.Kind, 6).ShowsNot("stabiliseFirst", "no confirmed defect");

    [Fact]
    [Trait("capability", "C137")]
    public void A_defect_resolved_before_warns_of_nothing() =>
        new RecordedWork().Defect(0, DefectStatus.Confirmed, DefectStatus.Resolved).Amplify(3, AmplifierKind.Hire).Of(GrowthReport.Kind, 6).ShowsNot("stabiliseFirst");

    [Theory]
    [Trait("capability", "C138")]
    [InlineData(4, true)]
    [InlineData(1, false)]
    public void A_hire_while_outcomes_need_the_operator_is_faster_than_led(int needed, bool found)
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        for (var day = 0; day < 5; day++)
        {
            work.Outcome(practice, day, OutcomeState.Finished, neededOperator: day < needed);
        }

        var report = work.Amplify(10, AmplifierKind.Hire).Of(GrowthReport.Kind, 13);
        if (found)
        {
            report.Shows("hiredFasterThanLed", "80 % of the outcomes before it needed the operator (5)");
        }
        else
        {
            report.ShowsNot("hiredFasterThanLed", "20 %");
        }
    }

    [Fact]
    [Trait("capability", "C139")]
    public void Automating_inconsistent_runs_automates_a_broken_process()
    {
        Automated(consistent: 1).Shows("automatedBroken", "67 % of the runs before it");
        Automated(consistent: 3).ShowsNot("automatedBroken", "0 % of the runs");
    }

    [Theory]
    [Trait("capability", "C140")]
    [InlineData(AmplifierKind.Market)]
    [InlineData(AmplifierKind.Expand)]
    public void Selling_while_little_is_finished_sells_what_is_not_delivered(AmplifierKind kind)
    {
        Sold(kind, missed: 3).Shows("soldUndeliverable", "60 % of what ended before it was not finished (5)");
        Sold(kind, missed: 1).ShowsNot("soldUndeliverable", "20 %");
    }

    [Fact]
    [Trait("capability", "C138")]
    public void Too_few_outcomes_before_a_hire_say_nothing() => new RecordedWork().Amplify(10, AmplifierKind.Hire).Of(GrowthReport.Kind, 13).CannotTell("hiredFasterThanLed", "at least 3 outcomes");

    private static Journal.Reports.Report Automated(int consistent)
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0));
        for (var day = 0; day < 3; day++)
        {
            work.Run(process, day, consistent: day < consistent);
        }

        // What comes after does not count.
        return work.Amplify(10, AmplifierKind.Automate, process).Run(process, 11, consistent: false).Run(process, 12, consistent: false).Of(GrowthReport.Kind, 13);
    }

    private static Journal.Reports.Report Sold(AmplifierKind kind, int missed)
    {
        var work = new RecordedWork();
        for (var day = 0; day < 5; day++)
        {
            work.Commitment(day, day < missed ? OutcomeState.Missed : OutcomeState.Finished);
        }

        return work.Amplify(10, kind).Of(GrowthReport.Kind, 13);
    }
}
