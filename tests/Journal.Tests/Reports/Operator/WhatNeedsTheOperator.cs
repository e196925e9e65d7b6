using Journal.Facts;
using Journal.Practices;
using Journal.Processes;
using Journal.Reports;
using Journal.Reports.Operator;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Operator;

public sealed class WhatNeedsTheOperator
{
    [Theory]
    [Trait("capability", "C127")]
    [InlineData(1, 2, FindingState.Found, "speed without pressure")]
    [InlineData(1, 6, FindingState.NotFound, "speed by pressure")]
    [InlineData(9, 2, FindingState.NotFound, "no speed")]
    public void Speed_counts_where_there_is_little_pressure(double days, int pressure, FindingState expected, string words)
    {
        var work = new RecordedWork();
        for (var day = 0; day < 3; day++)
        {
            work.Decision(day, days).Load(day, pressure: pressure);
        }

        Says(work.Of(OperatorReport.Kind, 20), "speedWithoutPressure", expected, words);
    }

    [Theory]
    [Trait("capability", "C128")]
    [InlineData(0, FindingState.Found, "clarity carries them")]
    [InlineData(4, FindingState.NotFound, "neither")]
    [InlineData(8, FindingState.NotFound, "they depend on the operator")]
    public void Clarity_is_that_outcomes_need_nobody(int needed, FindingState expected, string words) =>
        Says(Outcomes(needed).Of(OperatorReport.Kind, 20), "clarityNotDependency", expected, words);

    [Theory]
    [Trait("capability", "C129")]
    [InlineData(false, FindingState.Found)]
    [InlineData(true, FindingState.NotFound)]
    public void Replication_is_that_others_run_it_unwatched(bool watched, FindingState expected) =>
        Assert.Equal(expected, Runs(5, Runner.Other, watched: watched).Of(OperatorReport.Kind, 20).Finding("replicationWithoutOversight").State);

    [Theory]
    [Trait("capability", "C130")]
    [InlineData(2, FindingState.Found)]
    [InlineData(-1, FindingState.NotFound)]
    public void Force_is_that_enforcement_outweighs(int enforcement, FindingState expected) =>
        Assert.Equal(expected, new RecordedWork().State(0, enforcement: enforcement).State(1, enforcement: enforcement).State(2, enforcement: enforcement).Of(OperatorReport.Kind, 6).Finding("force").State);

    [Theory]
    [Trait("capability", "C131")]
    [InlineData(true, FindingState.Found)]
    [InlineData(false, FindingState.NotFound)]
    public void Presence_is_that_runs_have_the_operator_there(bool present, FindingState expected) =>
        Assert.Equal(expected, Runs(4, Runner.Self, present: present).Of(OperatorReport.Kind, 20).Finding("presence").State);

    [Fact]
    [Trait("capability", "C132")]
    public void Fluctuation_is_that_weeks_differ()
    {
        // Adherence 1, 1/7, 1, 1/7: mean 4/7, standard deviation 0.4949, so 0.866 of the mean.
        var report = Weeks(7, 1, 7, 1).Of(OperatorReport.Kind, 27);
        report.Shows("fluctuation", "it fluctuates");
        Assert.Equal(0.866, report.Figure("fluctuation").Value!.Value, 3);
        Weeks(6, 6, 6, 6).Of(OperatorReport.Kind, 27).ShowsNot("fluctuation", "steady");
    }

    [Fact]
    [Trait("capability", "C145")]
    public void A_bottleneck_lists_where_the_operator_is_still_required()
    {
        var report = Outcomes(8).Of(OperatorReport.Kind, 20);
        report.Shows("bottleneck", "80 % of 10 outcomes");
        var row = Assert.Single(Assert.Single(report.Tables).Rows);
        Assert.Equal(("8", "10"), (row.Cells[1], row.Cells[2]));
        Outcomes(4).Of(OperatorReport.Kind, 20).ShowsNot("bottleneck");
    }

    [Fact]
    [Trait("capability", "C175")]
    public void Calm_is_that_frustration_and_doubt_are_low()
    {
        new RecordedWork().State(0, frustration: 2, doubt: 1).State(1, frustration: 3).State(2, enforcement: -2).Of(OperatorReport.Kind, 6).Shows("calmOperator", "100 % of 3");
        new RecordedWork().State(0, frustration: 6).State(1, frustration: 3).State(2, doubt: 5).Of(OperatorReport.Kind, 6).ShowsNot("calmOperator", "33 % of 3");
    }

    [Fact]
    [Trait("capability", "C176")]
    public void Outcomes_come_from_structure_or_from_effort()
    {
        var work = Runs(3, Runner.Other);
        work.Commitment(1);
        work.Of(OperatorReport.Kind, 20).Shows("structureBased", "75 % of 4 outcomes came from a process, 25 % from effort alone");
    }

    [Fact]
    [Trait("capability", "C176")]
    public void A_commitment_by_a_process_counts_once()
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0));
        work.Run(process, 1).Run(process, 2);
        work.Commitment(1, process: process);
        work.Commitment(2);
        work.Commitment(3);
        Assert.Equal(0.5, work.Of(OperatorReport.Kind, 20).Figure("structure").Value);
    }

    [Theory]
    [Trait("capability", "C177")]
    [InlineData(3, FindingState.Found, "60 % of 5 runs failed while the operator was away")]
    [InlineData(1, FindingState.NotFound, "20 % of 5 runs failed while the operator was away: the absence test is passed")]
    public void The_absence_test_is_what_fails_while_the_operator_is_away(int failed, FindingState expected, string words)
    {
        var work = Runs(5, Runner.Self, present: true, consistent: false);
        var process = work.Process(RecordedWork.Version(0));
        for (var day = 0; day < 5; day++)
        {
            work.Run(process, day, Runner.Other, consistent: day >= failed, present: false);
        }

        Says(work.Of(OperatorReport.Kind, 20), "dependencyLoop", expected, words);
    }

    [Fact]
    public void Two_records_are_too_few_for_any_reading() =>
        Assert.DoesNotContain(Runs(2, Runner.Other, present: false).Of(OperatorReport.Kind, 20).Findings, finding => finding.State != FindingState.Insufficient);

    private static void Says(Report report, string name, FindingState state, string words)
    {
        Assert.Equal(state, report.Finding(name).State);
        Assert.Contains(words, report.Finding(name).Sentence, StringComparison.Ordinal);
    }

    private static RecordedWork Outcomes(int needed)
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        for (var day = 0; day < 10; day++)
        {
            work.Outcome(practice, day, OutcomeState.Finished, neededOperator: day < needed);
        }

        return work;
    }

    private static RecordedWork Runs(int count, Runner by, bool watched = false, bool consistent = true, bool? present = null)
    {
        var work = new RecordedWork();
        var process = work.Process(RecordedWork.Version(0));
        for (var day = 0; day < count; day++)
        {
            work.Run(process, day, by, watched, consistent, present: present);
        }

        return work;
    }

    private static RecordedWork Weeks(params int[] done)
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        for (var week = 0; week < done.Length; week++)
        {
            work.Week(practice, week, done[week]);
        }

        return work;
    }
}
