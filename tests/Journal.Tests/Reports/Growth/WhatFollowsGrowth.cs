using Journal.Reports;
using Journal.Reports.Growth;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Growth;

/// <summary>Each rule is shown its own fixture and the two others; nine weeks each, with the rise in the fifth.</summary>
public sealed class WhatFollowsGrowth
{
    private const int LastDay = (7 * 9) - 1;

    [Fact]
    [Trait("capability", "C109")]
    public void A_spike_of_output_and_then_a_collapse_are_found_and_nothing_else()
    {
        var report = Spike(after: 2).Of(GrowthReport.Kind, LastDay);
        report.Shows("spikeThenCollapse", "Output rose from 4 to 10 in the week of 2026-02-02; adherence then fell from 86 % to 29 %");
        Only("spikeThenCollapse", report);
    }

    [Fact]
    [Trait("capability", "C109")]
    public void A_spike_that_adherence_survives_is_not() => Spike(after: 6).Of(GrowthReport.Kind, LastDay).ShowsNot("spikeThenCollapse", "1 spike, none followed by a fall");

    [Fact]
    [Trait("capability", "C109")]
    public void A_spike_without_known_adherence_says_nothing()
    {
        var work = new RecordedWork();
        for (var week = 0; week < 9; week++)
        {
            work.Output(7 * week, week == 4 ? 10 : 4);
        }

        work.Of(GrowthReport.Kind, LastDay).CannotTell("spikeThenCollapse");
    }

    [Fact]
    [Trait("capability", "C110")]
    public void A_larger_team_with_more_messages_each_is_found_and_nothing_else()
    {
        var report = Team(after: 100).Of(GrowthReport.Kind, LastDay);
        report.Shows("teamThenBreakdown", "The team grew from 5 to 8 on 2026-02-02; messages per person went from 10 to 12.5");
        Only("teamThenBreakdown", report);
    }

    [Fact]
    [Trait("capability", "C110")]
    public void A_larger_team_with_as_many_messages_each_is_not() => Team(after: 80).Of(GrowthReport.Kind, LastDay).ShowsNot("teamThenBreakdown", "neither");

    [Fact]
    [Trait("capability", "C110")]
    public void Corrections_after_a_team_grew_are_a_breakdown_too()
    {
        var work = Team(after: 80);
        foreach (var day in new[] { 36, 38, 43, 50 })
        {
            work.Correction(day);
        }

        work.Of(GrowthReport.Kind, LastDay).Shows("teamThenBreakdown", "corrections went from 0 to 1 a week");
    }

    [Fact]
    [Trait("capability", "C111")]
    public void More_opportunities_and_slower_decisions_are_found_and_nothing_else()
    {
        var report = Opportunities(days: 4).Of(GrowthReport.Kind, LastDay);
        report.Shows("opportunityThenFatigue", "Opportunities rose from 4 to 8 in the week of 2026-02-02; the median time to decide went from 1 to 4 days");
        Only("opportunityThenFatigue", report);
    }

    [Fact]
    [Trait("capability", "C111")]
    public void More_opportunities_decided_as_fast_are_not() => Opportunities(days: 1).Of(GrowthReport.Kind, LastDay).ShowsNot("opportunityThenFatigue", "did not take longer");

    [Fact]
    [Trait("capability", "C111")]
    public void Going_over_decisions_more_often_is_fatigue_too() => Opportunities(days: 1, passes: 2).Of(GrowthReport.Kind, LastDay).Shows("opportunityThenFatigue", "passes per decision went from 0 to 2");

    private static void Only(string name, Report report) =>
        Assert.Equal([name], report.Findings.Where(finding => finding.State == FindingState.Found).Select(finding => finding.Name));

    private static RecordedWork Spike(int after)
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        for (var week = 0; week < 9; week++)
        {
            work.Output(7 * week, week == 4 ? 10 : 4).Week(practice, week, week > 4 ? after : 6);
        }

        return work;
    }

    private static RecordedWork Team(int after)
    {
        var work = new RecordedWork();
        for (var week = 0; week < 9; week++)
        {
            work.Load(7 * week, team: week < 4 ? 5 : 8, messages: week < 4 ? 50 : after);
        }

        return work;
    }

    private static RecordedWork Opportunities(double days, int passes = 0)
    {
        var work = new RecordedWork();
        for (var week = 0; week < 9; week++)
        {
            work.Load(7 * week, opportunities: week < 4 ? 4 : 8).Decision((7 * week) + 1, week < 4 ? 1 : days, passes: week < 4 ? 0 : passes);
        }

        return work;
    }
}
