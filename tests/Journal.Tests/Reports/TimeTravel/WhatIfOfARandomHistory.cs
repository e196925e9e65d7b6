using Journal.Facts;
using Journal.Reports;
using Journal.Reports.TimeTravel;
using Evidence = Journal.Reports.TimeTravel.Evidence;

namespace Journal.Tests.Reports.TimeTravel;

public sealed class WhatIfOfARandomHistory
{
    private const int Events = 140;

    /// <summary>Figures that speak of what is not there, and so move by events that they cannot list.</summary>
    private static readonly Dictionary<string, string> Exceptions = UnlistedBases.Of(
        (UnlistedBases.QuietDays, ["execution adherence.lowMotivation", "execution adherence.otherDays", "energy adherence.lowMotivation", "energy adherence.otherDays", "energy frustration.inconsistency"]),
        (UnlistedBases.None, [.. UnlistedBases.Unattributed]),
        (UnlistedBases.Others, ["effort drift"]),
        (UnlistedBases.Pooled, [.. UnlistedBases.OfAllWeeks]),
        (UnlistedBases.QuietWeeks, ["effort compression.effort", "effort compression.output", "effort consistency.change", "effort output.slope", "marker fluctuation", "marker output.slope", "operator fluctuation", .. UnlistedBases.Responses]),
        (UnlistedBases.Ranks, [.. UnlistedBases.Bands, "operator dependency.lowLoad", "operator dependency.highLoad"]));

    private static readonly ReportRequest Request = new() { To = RandomHistory.End };

    public static TheoryData<string, int> Histories => Reports.Seeded(2);

    [Theory]
    [MemberData(nameof(Histories))]
    public void By_the_same_rules_is_the_original(string report, int seed)
    {
        var comparison = WhatIf.Of(Reports.Named(report), Guid.Empty, Request, Request.Rules, ChangedHistory.None, new RandomHistory(seed).Events(Events));
        Assert.True(comparison.Changes.IsEmpty());
        Assert.Equivalent(comparison.Before, comparison.After);
    }

    [Theory]
    [MemberData(nameof(Histories))]
    public void Without_an_event_only_figures_move_that_list_it_or_speak_of_its_subject(string report, int seed)
    {
        var (kind, events) = (Reports.Named(report), new RandomHistory(seed).Events(Events));
        var moved = new HashSet<string>();
        for (var n = 0; n < Events; n += 9)
        {
            var changed = new ChangedHistory { Events = [events[n].Id] };
            var (before, after) = Both(kind, events, changed);
            moved.UnionWith(WhatIf.Of(kind, Guid.Empty, Request, Request.Rules, changed, events).Changes.Figures
                .Where(figure => !Subjects(before, figure, events).Concat(Subjects(after, figure, events)).Contains(events[n].Stream))
                .Select(figure => $"{report} {figure.Name}"));
        }

        Assert.Empty(moved.Except(Exceptions.Keys).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_subject_nothing_lists_its_events()
    {
        var events = new RandomHistory(5).Events(Events);
        var subject = events[0].Stream;
        var report = Reports.Of(AllReports.Find("cycles")!, RandomHistory.Fold(new ChangedHistory { Subjects = [subject] }.Of(events, RandomHistory.Fold(events))));
        Assert.DoesNotContain(report.Figures, figure => figure.Subject == subject);
        Assert.Empty(report.Figures.SelectMany(figure => figure.Events).Intersect(events.Where(e => e.Stream == subject).Select(e => e.Id)));
    }

    private static (Report Before, Report After) Both(ReportKind kind, IReadOnlyList<RecordedEvent> events, ChangedHistory changed)
    {
        var facts = RandomHistory.Fold(events);
        return (Reports.Of(kind, facts, Request), Reports.Of(kind, RandomHistory.Fold(changed.Of(events, facts)), Request));
    }

    private static IEnumerable<Guid> Subjects(Report report, FigureChange change, IReadOnlyList<RecordedEvent> events) => report.Figures
        .Where(figure => figure.Name == change.Name && figure.Subject == change.Subject)
        .SelectMany(figure => Evidence.Of(figure.Events, events).All.Select(e => e.Stream)).Distinct();
}
