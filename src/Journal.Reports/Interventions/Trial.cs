using Journal.Interventions;
using Journal.Reports.Causes;
using Journal.Reports.Weeks;

namespace Journal.Reports.Interventions;

/// <summary>An intervention with its place in time.</summary>
/// <param name="Start">The day it began.</param>
/// <param name="End">The day it ended; null while it is under way on the last day.</param>
internal sealed record Trial(InterventionFact Fact, DateOnly Start, DateOnly? End)
{
    public Guid Id => Fact.Id;

    /// <summary>The weeks of the window with what it covers, oldest first.</summary>
    public IReadOnlyList<WeekOfTrial> Weeks { get; init; } = [];

    /// <summary>The practices it covers, with their weeks.</summary>
    public IReadOnlyList<PracticeWeeks> Practices { get; init; } = [];

    /// <summary>What it covers: what is linked to its aim, or everything where it names none.</summary>
    public bool Serves(Guid? aim) => Fact.AimId is null || Fact.AimId == aim;

    /// <summary>Days on which two were under way together, the first and the last of them included.</summary>
    public int OverlapDays(Trial other, DateOnly last)
    {
        var from = Start > other.Start ? Start : other.Start;
        var (mine, theirs) = (End ?? last, other.End ?? last);
        return Math.Max(0, (mine < theirs ? mine : theirs).DayNumber - from.DayNumber + 1);
    }

    /// <summary>Every intervention that had begun by the last day and serves the aim asked for, in the order they began.</summary>
    public static IReadOnlyList<Trial> Of(ReportView view) => view.Part(Read);

    private static IReadOnlyList<Trial> Read(ReportView view)
    {
        var attempts = Attempt.Of(view);
        return
        [
            .. view.All<InterventionFact>()
                .Where(one => one.Day <= view.Last && (view.Serves(one.AimId) || one.AimId is null))
                .Select(one => new Trial(one, one.Day, one.EndedAt is { } end && end.By(view.Last) ? DateOnly.FromDateTime(end.DateTime) : null))
                .Select(trial => trial with { Weeks = WeekOfTrial.Of(view, trial, attempts), Practices = [.. view.Practices.Where(one => trial.Serves(one.Practice.AimId))] }),
        ];
    }
}
