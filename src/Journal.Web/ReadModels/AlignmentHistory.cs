using Journal.Facts;
using Journal.Recording;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;

namespace Journal.Web.ReadModels;

/// <summary>How far a person's alignment history is made, as a document: one a person.</summary>
/// <param name="Id">The person's tenant.</param>
/// <param name="Position">The last of their events that is in it.</param>
/// <param name="To">The last day that anything is recorded of: the history ends there, for a projection knows no today. Null where nothing is.</param>
/// <param name="RulesVersion">The rules it is made by: the default ones.</param>
/// <param name="Unreadable">Their events that could not be read, and count in nothing.</param>
/// <param name="Told">The last of their events that was looked at for news; 0 where none was, as after a rebuild.</param>
public sealed record AlignmentHistory(string Id, long Position, DateOnly? To, string RulesVersion, IReadOnlyList<UnreadableAt> Unreadable, long Told = 0);

/// <summary>One week of a person's alignment history, as the report on alignment has it by the default rules.</summary>
/// <param name="Id">The ISO week, such as <c>2016-W09</c>.</param>
/// <param name="Week">The layers.</param>
/// <param name="Practices">Each practice in that week.</param>
public sealed record AlignmentHistoryWeek(string Id, AlignmentWeek Week, IReadOnlyList<PracticeInWeek> Practices);

/// <summary>One practice in one week.</summary>
public sealed record PracticeInWeek(Guid PracticeId, PracticeWeekFigure Figures);

/// <summary>Temporary progress and the regression that followed it, as the report on cycles has it by the default rules: one document a cycle.</summary>
/// <param name="Id">Follows from the practice and the day that the progress began on.</param>
/// <param name="PracticeId">Whose cycle it is.</param>
/// <param name="Cycle">All that is said of it.</param>
public sealed record RegressionCycle(Guid Id, Guid PracticeId, CycleFigure Cycle);

/// <summary>What a person's record makes by the default rules, up to the last day that anything is recorded of. Pure: the same record makes the same documents.</summary>
/// <param name="Practices">The cycles of each practice.</param>
internal sealed record PersonHistory(
    AlignmentHistory Head, IReadOnlyList<AlignmentHistoryWeek> Weeks, IReadOnlyList<RegressionCycle> Cycles, IReadOnlyList<PracticeCycles> Practices)
{
    public static PersonHistory Of(Guid person, JournalFacts facts, CancellationToken cancel = default)
    {
        var head = new AlignmentHistory(Author.TenantOf(person), facts.Position, facts.LastDay, RuleSet.Default.Version, facts.Unreadable);
        if (facts.LastDay is not { } last)
            return new(head, [], [], []);
        var view = new ReportView(person, new() { To = last }, facts) { Cancel = cancel };
        var cycles = PracticeCycles.Of(view);
        var practices = PracticeHistory.Of(view).SelectMany(practice => practice.Weeks, (practice, week) => new PracticeInWeek(practice.PracticeId, week)).ToLookup(one => one.Figures.Week);
        return new(
            head,
            [.. AlignmentWeek.Of(view).Select(week => new AlignmentHistoryWeek(week.Week, week, [.. practices[week.Week]]))],
            [.. cycles.SelectMany(practice => practice.Cycles, (practice, cycle) => new RegressionCycle(IdOf(practice.PracticeId, cycle.Onset), practice.PracticeId, cycle))],
            cycles);
    }

    private static Guid IdOf(Guid practice, DateOnly onset) => NamedId.Create(practice, "cycle", Text.Day(onset));
}
