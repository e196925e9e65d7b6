using Journal.Facts;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Journal.States;

namespace Journal.Tests.Reports.TimeTravel;

public sealed class ASensitiveConclusion
{
    private static readonly JournalFacts Facts = new(1, [new StateFact { Id = Guid.NewGuid(), OccurredAt = RandomHistory.Start, Events = [Guid.NewGuid()], Energy = 5 }]);

    [Fact]
    public void Holds_on_either_side_of_an_edge_known_to_a_thousandth()
    {
        var found = Of(Reports.Feeling, "progress", 0, 1);
        var ranges = Assert.Single(found.Conclusions).Ranges;
        // Mean energy 5 is low as soon as ten times the rule lies above it.
        Assert.Equal(["notFound", "found"], ranges.Select(range => range.Says));
        Assert.InRange(ranges[0].To, 0.499, 0.5);
        Assert.InRange(ranges[1].From, 0.5, 0.501);
        Assert.Equal((0, 1), (ranges[0].From, ranges[1].To));
    }

    [Fact]
    public void Of_a_whole_rule_is_asked_of_every_number()
    {
        var found = Of(AllReports.Find("cycles")!, "regressionWeeks", 1, 9, RandomHistory.Fold(new RandomHistory(3).Events(300)));
        Assert.NotEmpty(found.Conclusions);
        Assert.All(found.Conclusions.SelectMany(conclusion => conclusion.Ranges), range => Assert.Equal((Math.Floor(range.From), Math.Floor(range.To)), (range.From, range.To)));
        Assert.All(found.Conclusions, conclusion => Assert.Equal((1, 9), (conclusion.Ranges[0].From, conclusion.Ranges[^1].To)));
    }

    [Fact]
    public void That_never_changes_has_one_range() => Assert.Single(Assert.Single(Of(Reports.Feeling, "drop", 0, 1).Conclusions).Ranges);

    private static Sensitivity Of(ReportKind kind, string rule, double low, double high, JournalFacts? facts = null) =>
        Sensitivity.Of(kind, Guid.Empty, new ReportRequest { To = RandomHistory.End }, facts ?? Facts, Rules.Find(rule)!, low, high);
}
