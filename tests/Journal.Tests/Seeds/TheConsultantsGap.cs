using Journal.Beliefs;
using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Tests.Reports.Causes;

namespace Journal.Tests.Seeds;

/// <summary>
/// The consistency gap as the reports tell it (C82 to C92): over the whole journal, and as of the day before the interventions, when only the first half is there.
/// </summary>
public sealed class TheConsultantsGap
{
    private static readonly DateOnly LastDayBefore = new(2025, 9, 7);
    private static readonly DateOnly FirstDayAfter = new(2025, 9, 15);
    private static readonly DateOnly End = new(2026, 6, 14);
    private static readonly JournalFacts Facts = SeedFile.Consultant.Facts;
    private static readonly BeliefFact Scrutiny = Facts.Of<BeliefFact>().Single(belief => belief.Text.StartsWith("Visibility is scrutiny", StringComparison.Ordinal));

    public static TheoryData<string, string> Interventions { get; } = new() { { "C86", "belief" }, { "C87", "thinking" }, { "C88", "execution" } };

    [Fact]
    [Trait("capability", "C82")]
    public void Is_put_down_to_time_at_first_and_to_a_belief_once_it_is_looked_at()
    {
        Assert.Equal(["time"], AsOfBefore("constraint").Column("claims", "claimed"));
        Assert.Equal([null], AsOfBefore("constraint").Column("claims", "found"));
        Assert.Equal([("belief", "no")], Whole("constraint").Column("claims", "found").Zip(Whole("constraint").Column("claims", "agrees")));
    }

    [Fact]
    [Trait("capability", "C83")]
    public void Has_visibility_is_scrutiny_as_its_dominant_belief_which_is_then_replaced()
    {
        var (before, whole) = (AsOfBefore("constraint").Finding("dominantConstraint"), Whole("constraint").Finding("dominantConstraint"));
        Assert.Equal((FindingState.Found, Scrutiny.Id), (before.State, before.Subject!.Value));
        Assert.Contains("21 of 31 attempts at that were missed, in 21 weeks, and 3 pieces of evidence contradict it", before.Sentence, StringComparison.Ordinal);
        Assert.Equal((FindingState.Found, Scrutiny.Id), (whole.State, whole.Subject!.Value));
        Assert.EndsWith("It is no longer held.", whole.Sentence, StringComparison.Ordinal);
        Assert.Equal(["active", "active"], AsOfBefore("beliefs").Column("ledger", "status"));
        Assert.Equal(["replaced", "retired", "active"], Whole("beliefs").Column("ledger", "status"));
    }

    [Fact]
    [Trait("capability", "C84")]
    public void Goes_over_every_article_again_and_again_and_then_hardly_at_all()
    {
        Assert.InRange(Value(AsOfBefore("decisions"), "passes.mean"), 3, 5);
        Assert.InRange(Value(After("decisions"), "passes.mean"), 0, 0.5);
        Assert.Equal(31, AsOfBefore("decisions").Findings("overAnalysis").Count(finding => finding.State == FindingState.Found));
        Assert.Equal(FindingState.NotFound, After("decisions").Finding("overAnalysis").State);
    }

    [Fact]
    [Trait("capability", "C85")]
    public void Comes_out_irregularly_before()
    {
        var phases = AsOfBefore("phases").Table("phases").Rows.Where(row => row.Cells[0] == "Publish an article").Select(row => row.Cells[2]);
        Assert.Equal(["inconsistency", "inconsistency", "inconsistency"], phases);
        Assert.Equal(10, Value(AsOfBefore("effort"), "outputs"));
    }

    [Theory]
    [MemberData(nameof(Interventions))]
    [Trait("capability", "C86")]
    [Trait("capability", "C87")]
    [Trait("capability", "C88")]
    public void Meets_an_intervention_at_each_layer_that_lasts(string capability, string layer)
    {
        Assert.Empty(AsOfBefore("interventions").Table("durability").Rows);
        var row = Whole("interventions").Table("durability").Rows.Single(row => row.Cells[1] == layer);
        Assert.True(row.Cells[4] == "durable", $"{capability}: {row.Cells[4]}");
    }

    [Fact]
    [Trait("capability", "C86")]
    public void Gives_up_the_belief_for_one_that_serves_while_the_first_intervention_is_under_way() =>
        Assert.Contains(
            Whole("interventions").Table("beliefChanges").Rows,
            row => row.Cells is ["Ask ten readers what they took from a piece, and write down what they say", "2025-10-12", "replaced", var old, _, "Those who can see my work can judge it, and some of those become clients.", _] && old == Scrutiny.Text);

    [Fact]
    [Trait("capability", "C89")]
    public void Comes_out_regularly_after()
    {
        Assert.True(Value(After("execution"), "consistency") > Value(AsOfBefore("execution"), "consistency") + 0.5);
        Assert.Equal(["progress", "progress"], Whole("diagnosis").Column("states", "state"));
    }

    [Fact]
    [Trait("capability", "C90")]
    public void Costs_less_effort_and_less_deciding_after()
    {
        var sides = Whole("interventions").Table("sides").Rows.Where(row => row.Cells[1] is "friction" or "latency" or "delay").ToList();
        Assert.Equal(9, sides.Count);
        Assert.All(sides, row => Assert.Equal("lower", row.Cells[7]));
        Assert.True(Value(After("decisions"), "latency.median") < Value(AsOfBefore("decisions"), "latency.median") / 3);
    }

    [Fact]
    [Trait("capability", "C91")]
    public void Is_seen_by_more_under_less_pressure()
    {
        Assert.True(Value(Whole("cost"), "visibility.slope") > 0);
        Assert.True(Value(Whole("cost"), "pressure.slope") < 0);
        Assert.Equal(FindingState.NotFound, Whole("cost").Finding("pair.visibility.pressure").State);
        Assert.Equal(0, Value(AsOfBefore("cost"), "visibility.slope"));
    }

    [Fact]
    [Trait("capability", "C92")]
    public void Takes_as_many_hours_as_before() => Assert.InRange(Value(From(new(2025, 9, 8), "effort"), "hours") / Value(AsOfBefore("effort"), "hours"), 0.9, 1.1);

    [Theory]
    [Trait("capability", "C84")]
    [Trait("capability", "C89")]
    [InlineData("decisions", "latency.median", 0, 117, 13)]
    [InlineData("decisions", "passes.mean", 1, 3.9, 0.2)]
    [InlineData("thinking", "congruence", 2, 0.23, 0.8)]
    [InlineData("execution", "consistency", 2, 0.31, 0.93)]
    [InlineData("effort", "hours", 0, 177, 188)]
    public void Has_the_figures_that_the_readme_gives(string report, string figure, int places, double before, double after)
    {
        Assert.Equal((before, after), (Math.Round(Value(AsOfBefore(report), figure), places), Math.Round(Value(From(new(2025, 9, 8), report), figure), places)));
    }

    [Fact]
    [Trait("capability", "C5")]
    [Trait("capability", "C83")]
    public void Has_one_defect_that_is_precise_of_the_belief_and_resolved_and_none_as_of_the_day_before()
    {
        Assert.Equal([("resolved", "belief", "precise")], Whole("contradictions").Table("defects").Rows.Select(row => (row.Cells[2], row.Cells[3], row.Cells[5])));
        Assert.Empty(AsOfBefore("contradictions").Table("defects").Rows);
    }

    [Fact]
    [Trait("capability", "C62")]
    [Trait("capability", "C83")]
    public void Has_its_missed_articles_linked_to_the_belief_and_the_missed_mornings_to_nothing()
    {
        Assert.Equal((22, 106), (Value(Whole("diagnosis"), "misses.belief"), Value(Whole("diagnosis"), "misses.unattributed")));
        Assert.Equal((21, 83), (Value(AsOfBefore("diagnosis"), "misses.belief"), Value(AsOfBefore("diagnosis"), "misses.unattributed")));
        Assert.Contains("22 of 128 misses are linked to a belief that limits, 16 of them because it was named", Whole("diagnosis").Finding("beliefImplicated").Sentence, StringComparison.Ordinal);
        Assert.Contains("4 of 4 misses trace to belief, most of all “Visibility is scrutiny", AsOfBefore("diagnosis").Finding("whereAndCost").Sentence, StringComparison.Ordinal);
        Assert.Equal(22, Whole("thinking").Column("paths", "origin").Count(origin => origin == "belief"));
    }

    private static double Value(Report report, string figure)
    {
        var found = report.Figure(figure);
        Assert.True(found.Value is not null, found.Insufficient);
        return found.Value.Value;
    }

    private static Report Whole(string name) => Read(name, new() { To = End });

    private static Report AsOfBefore(string name) => Read(name, new() { To = End, AsOf = ValidTime.EndOf(LastDayBefore) });

    private static Report After(string name) => From(FirstDayAfter, name);

    private static Report From(DateOnly day, string name) => Read(name, new() { From = day, To = End });

    private static Report Read(string name, ReportRequest request) => AllReports.Find(name)!.Of(new ReportView(Guid.Empty, request, Facts));
}
