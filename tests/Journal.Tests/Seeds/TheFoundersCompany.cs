using Journal.Commitments;
using Journal.Decisions;
using Journal.Facts;
using Journal.Practices;
using Journal.Processes;
using Journal.Reports;
using Journal.Seeds.Founder;
using Journal.Tests.Reports.Causes;
using Journal.Work;

namespace Journal.Tests.Seeds;

/// <summary>What goes on around the founder's talks, as seeds/README.md gives it.</summary>
public sealed class TheFoundersCompany
{
    private static readonly JournalFacts Facts = SeedFile.Founder.Facts;

    [Fact]
    public void Won_39_practices_that_pay() =>
        Assert.Equal((39, 39.0), (FounderWeeks.Paying.Sum(code => code - '0'), Facts.Of<OutputFact>().Sum(output => output.Amount)));

    [Theory]
    [InlineData('f', 23)]
    [InlineData('l', 4)]
    [InlineData('r', 6)]
    [InlineData('x', 6)]
    [InlineData('a', 1)]
    [InlineData('m', 6)]
    public void Keeps_its_promises_as_the_week_codes_say(char code, int count) => Assert.Equal(count, FounderWeeks.Promises.Count(one => one == code));

    [Fact]
    public void Made_46_promises_and_kept_33()
    {
        var promises = Facts.Of<CommitmentFact>();
        Assert.Equal((46, 33, 12), (promises.Count, promises.Count(one => one.Ending?.State == OutcomeState.Finished), promises.Count(one => one.Ending?.State == OutcomeState.Missed)));
        Assert.Equal(24, promises.Sum(one => one.Reframes.Count(reframe => reframe.Reframing == Reframing.Postpone)));
    }

    [Fact]
    public void Decided_54_times_and_has_one_decision_open()
    {
        var decisions = Facts.Of<DecisionFact>();
        Assert.Equal((55, 1), (decisions.Count, decisions.Count(decision => decision.Closed is null)));
        Assert.Equal(22, decisions.Count(decision => decision.Reviews.Count == 3));
    }

    [Fact]
    public void Set_practices_up_by_the_founder_first_and_by_others_later()
    {
        var runs = Facts.Of<RunFact>();
        Assert.Equal((14, 20), (runs.Count(run => run.By == Runner.Self), runs.Count(run => run.By == Runner.Other)));
        Assert.Equal((6, 17), (runs.Count(run => run is { By: Runner.Self, Consistent: true }), runs.Count(run => run is { By: Runner.Other, Consistent: true })));
    }

    [Fact]
    public void Had_35_things_to_put_right() => Assert.Equal((35, 35), (FounderWeeks.Corrections.Sum(code => code - '0'), Facts.Of<CorrectionFact>().Count));

    [Fact]
    [Trait("capability", "C110")]
    public void Grew_from_two_to_three_and_had_more_messages_a_head_after_it() =>
        Assert.StartsWith("The team grew from 2 to 3 on 2025-09-01; messages per person went from 20", Finding("growth", "teamThenBreakdown", FindingState.Found), StringComparison.Ordinal);

    [Fact]
    [Trait("capability", "C111")]
    public void Decided_slower_when_there_was_more_to_choose_from() =>
        Assert.StartsWith("Opportunities rose from 3.5 to 9 in the week of 2026-06-08", Finding("growth", "opportunityThenFatigue", FindingState.Found), StringComparison.Ordinal);

    [Fact]
    [Trait("capability", "C137")]
    [Trait("capability", "C138")]
    public void Hired_with_a_defect_open_and_before_anything_ran_without_the_founder()
    {
        var growth = Read("growth");
        Assert.Equal(["hire on 2025-09-01", "tool on 2026-02-02"], growth.Findings("stabiliseFirst").Select(finding => finding.Sentence[..finding.Sentence.IndexOf(" while", StringComparison.Ordinal)]));
        Assert.Equal([FindingState.Found, FindingState.NotFound], growth.Findings("hiredFasterThanLed").Select(finding => finding.State));
    }

    [Fact]
    [Trait("capability", "C71")]
    [Trait("capability", "C177")]
    public void Simplified_the_set_up_so_that_it_holds_in_absence()
    {
        Assert.StartsWith("“Set up a new practice”: 12 -> 7 steps", Finding("effort", "simplified", FindingState.Found), StringComparison.Ordinal);
        Assert.StartsWith("“Set up a new practice” is repeated by others: 20 of 34 runs.", Finding("clean", "repeatedByOthers", FindingState.Found), StringComparison.Ordinal);
        Assert.EndsWith("the absence test is passed.", Finding("operator", "dependencyLoop", FindingState.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("capability", "C26")]
    public void Built_in_the_place_of_calls_before_the_second_and_the_third_regression() => Assert.Equal(
        [("2025-10-13", "3"), ("2026-09-07", "3")],
        Read("phases").Table("phases").Rows.Where(row => row.Cells[2] == "avoidance").Select(row => (row.Cells[4], row.Cells[3])));

    [Fact]
    [Trait("capability", "C118")]
    [Trait("capability", "C161")]
    [Trait("capability", "C162")]
    public void Stayed_at_the_ceiling_it_believed_in_until_the_belief_went()
    {
        Assert.StartsWith("Output stops at the stated ceiling: 5 of 5 weeks", Finding("beliefs", "ceiling", FindingState.Found), StringComparison.Ordinal);
        Assert.EndsWith("an output of 2, beyond the old ceiling: it fits.", Finding("beliefs", "scale", FindingState.Found), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("capability", "C75")]
    public void Lost_what_each_intervention_brought_within_eight_weeks() => Assert.Equal(
        [("temporary", "2025-10-27"), ("temporary", "2026-09-14")],
        Read("interventions").Column("durability", "outcome").Zip(Read("interventions").Column("durability", "regression")));

    private static string Finding(string report, string name, FindingState state)
    {
        var finding = Read(report).Finding(name);
        Assert.Equal(state, finding.State);
        return finding.Sentence;
    }

    private static Report Read(string name) => AllReports.Find(name)!.Of(new ReportView(Guid.Empty, new() { To = new(2026, 10, 25) }, Facts));
}
