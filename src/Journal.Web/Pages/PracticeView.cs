using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Alignment;
using Journal.Reports.Cycles;
using Journal.Web.Pages.Charts;
using Journal.Web.Pages.Cycles;

namespace Journal.Web.Pages;

/// <summary>One practice: what it is, its weeks, and what the rules find in them.</summary>
public sealed record PracticeView(PracticeFact Practice, PracticeHistory History, PracticeCycles Found)
{
    /// <summary>The regression that has not ended; null when there is none.</summary>
    public CycleFigure? Fallen => Found.Cycles.FirstOrDefault(cycle => cycle.Recovered is null);

    /// <summary>Those in regression first, the deepest at the top; then those that hold; then the others, as they were adopted.</summary>
    public static IEnumerable<PracticeView> Of(Reading reading)
    {
        var facts = reading.Facts.Of<PracticeFact>().ToDictionary(practice => practice.Id);
        var histories = reading.Alignment.Practices.ToDictionary(history => history.PracticeId);
        return reading.Cycles.Practices
            .Select(found => new PracticeView(facts[found.PracticeId], histories[found.PracticeId], found))
            .OrderBy(view => view.Fallen is not null ? 0 : view.Found.OpenProgress is not null ? 1 : 2)
            .ThenByDescending(view => view.Fallen?.Depth ?? 0);
    }

    public WeekChart Chart(WeekScale scale, RuleSet rules) => new($"practice-{Practice.Id:N}", $"{Practice.Title}: adherence per week", Describe(), scale)
    {
        Series = [new("execution", Values(scale))],
        Bands = [.. Found.Cycles.SelectMany((cycle, i) => Bands(cycle, i + 1)), .. Found.OpenProgress is { } open ? [Band(open, Found.Cycles.Count + 1)] : Array.Empty<Band>()],
        Peaks = [.. Found.Cycles.Select(cycle => Peak(cycle, rules)), .. Found.OpenProgress is { } held ? [Peak(held, rules)] : Array.Empty<Peak>()],
        Level = rules[CycleRules.Progress],
    };

    private IReadOnlyList<double?> Values(WeekScale scale)
    {
        var weeks = History.Weeks.ToDictionary(week => week.Start, week => week.Adherence);
        return [.. Enumerable.Range(0, scale.Weeks).Select(i => weeks.GetValueOrDefault(scale.First.Monday.AddDays(7 * i)))];
    }

    private string Describe() =>
        $"{Wording.Count(History.N, "known week")} of {History.Weeks.Count}. "
        + (Found.Cycles.Count == 0 ? "No regression after progress. " : string.Concat(Found.Cycles.Select((cycle, i) => $"{i + 1}: {CycleWords.Name(cycle)}. ")))
        + (Found.OpenProgress is { } open ? $"Open {CycleWords.Name(open)}." : "");

    private static IEnumerable<Band> Bands(CycleFigure cycle, int number) =>
    [
        new(BandKind.Progress, cycle.Phases[0].From, cycle.Phases[0].To, null, CycleWords.Progress(cycle), "progress"),
        new(BandKind.Regression, cycle.Phases[1].From, cycle.Phases[1].To, number, CycleWords.Name(cycle), CycleWords.Short(cycle)),
    ];

    private static Band Band(ProgressFigure open, int number) =>
        new(BandKind.Progress, open.Onset, open.Onset.AddDays((7 * open.Weeks) - 1), number, CycleWords.Name(open), "progress");

    private static Peak Peak(CycleFigure cycle, RuleSet rules) => new(cycle.PeakWeek, Math.Min(rules[CycleRules.PeakWeeks], cycle.Phases[0].Weeks), cycle.Peak);

    private static Peak Peak(ProgressFigure open, RuleSet rules) => new(open.PeakWeek, Math.Min(rules[CycleRules.PeakWeeks], open.Weeks), open.Peak);
}
