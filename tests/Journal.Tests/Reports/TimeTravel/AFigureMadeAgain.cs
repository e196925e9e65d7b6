using Journal.Reports;
using Journal.Reports.TimeTravel;
using Evidence = Journal.Reports.TimeTravel.Evidence;

namespace Journal.Tests.Reports.TimeTravel;

/// <summary>The events that a figure lists, and what was said of their subjects, are all that it rests on.</summary>
public sealed class AFigureMadeAgain
{
    private const int Most = 80;

    /// <summary>Figures that rest on more than they can list, by report and name, each with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = UnlistedBases.Of(
        (UnlistedBases.QuietDays, ["execution adherence.lowMotivation", "execution adherence.otherDays", "energy adherence.lowMotivation", "energy adherence.otherDays", "energy frustration.inconsistency"]),
        (UnlistedBases.QuietWeeks, ["effort output.slope", "effort compression.effort", "effort compression.output", "effort consistency.change", "marker output.slope", "marker fluctuation", "operator fluctuation"]),
        (UnlistedBases.QuietWeeks, [.. UnlistedBases.Responses]),
        (UnlistedBases.Ranks, [.. UnlistedBases.Bands, "operator dependency.lowLoad", "operator dependency.highLoad"]),
        (UnlistedBases.Others, ["effort drift"]),
        (UnlistedBases.Pooled, [.. UnlistedBases.OfAllWeeks]),
        (UnlistedBases.None, [.. UnlistedBases.Unattributed, "execution postponements.longest"]));

    public static TheoryData<string, int> Histories => Reports.Seeded(2);

    [Theory]
    [MemberData(nameof(Histories))]
    public void From_exactly_its_events_has_the_same_value(string report, int seed)
    {
        var (kind, events) = (Reports.Named(report), new RandomHistory(seed).Events(160));
        var view = new ReportView(Guid.Empty, new() { To = RandomHistory.End }, RandomHistory.Fold(events));
        var known = kind.Of(view).Figures.Where(figure => figure.Value is not null && !Exceptions.ContainsKey($"{report} {figure.Name}")).Take(Most);
        var other = known
            .Select(figure => (Figure: figure, Again: Explanation.Recompute(kind, view, figure, Evidence.Of(figure.Events, events).All)))
            .Where(pair => pair.Figure.Value != pair.Again?.Value)
            .Select(pair => $"{report} {pair.Figure.Name}: {pair.Figure.Value} from the whole history, {pair.Again?.Value} from its events");
        Assert.Empty(other.DistinctBy(line => line.Split(':')[0]));
    }

    [Fact]
    public void That_is_not_there_cannot_be_explained() =>
        Assert.Null(Explanation.Of(Reports.Counting, Guid.Empty, new() { To = RandomHistory.End }, "luck", null, null, new RandomHistory(1).Events(20)));

    [Fact]
    public void Lists_the_events_it_came_from_and_those_of_their_subjects()
    {
        var events = new RandomHistory(2).Events(120);
        var explanation = Explanation.Of(Reports.Counting, Guid.Empty, new() { To = RandomHistory.End }, "ofPractice", events[0].Stream, null, events)!;
        Assert.Equal(explanation.Figure!.Events.Order(), explanation.Events.Select(e => e.Id).Order());
        Assert.Contains(events[0].Id, explanation.Context.Select(e => e.Id));
        Assert.All(explanation.Events.Concat(explanation.Context), e => Assert.Equal(events[0].Stream, e.Subject));
        Assert.Equal(explanation.Figure.Value, explanation.Recomputed);
    }
}
