using Journal.Decisions;
using Journal.Interventions;
using Journal.Reports.Causes;
using Journal.Reports.Weeks;
using Journal.Work;

namespace Journal.Reports.Interventions;

/// <summary>An intervention with its place in time.</summary>
/// <param name="Start">The day it began.</param>
/// <param name="End">The day it ended; null while it is under way on the last day.</param>
internal sealed record InterventionWindow(InterventionFact Fact, DateOnly Start, DateOnly? End)
{
    public Guid Id => Fact.Id;

    /// <summary>The weeks of the window with what it covers, oldest first.</summary>
    public IReadOnlyList<InterventionWeek> Weeks { get; init; } = [];

    /// <summary>The practices it covers, with their weeks.</summary>
    public IReadOnlyList<PracticeWeeks> Practices { get; init; } = [];

    /// <summary>What it covers: what is linked to its aim, or everything where it names none.</summary>
    public bool Serves(Guid? aim) => Fact.AimId is null || Fact.AimId == aim;

    /// <summary>Days on which two were under way together, the first and the last of them included.</summary>
    public int OverlapDays(InterventionWindow other, DateOnly last)
    {
        var from = Start > other.Start ? Start : other.Start;
        var (mine, theirs) = (End ?? last, other.End ?? last);
        return Math.Max(0, (mine < theirs ? mine : theirs).DayNumber - from.DayNumber + 1);
    }

    /// <summary>Every intervention that had begun by the last day and serves the aim asked for, in the order they began.</summary>
    public static IReadOnlyList<InterventionWindow> Of(ReportView view) => view.Part(Read);

    private static IReadOnlyList<InterventionWindow> Read(ReportView view)
    {
        // Interventions for one aim look at the same weeks.
        var (attempts, weeks) = (IntendedAction.Of(view), new Dictionary<Guid, IReadOnlyList<InterventionWeek>>());
        IReadOnlyList<InterventionWeek> WeeksOf(InterventionWindow window)
        {
            var aim = window.Fact.AimId ?? Guid.Empty;
            return weeks.TryGetValue(aim, out var known) ? known : weeks[aim] = InterventionWeek.Of(view, window, attempts);
        }

        return
        [
            .. view.All<InterventionFact>()
                .Where(one => one.Begins <= view.Last && (view.Serves(one.AimId) || one.AimId is null))
                .Select(one => new InterventionWindow(one, one.Begins, one.EndedAt is { } end && end.By(view.Last) ? DateOnly.FromDateTime(end.DateTime) : null))
                .Select(window => window with { Weeks = WeeksOf(window), Practices = [.. view.Practices.Where(one => window.Serves(one.Practice.AimId))] }),
        ];
    }
}

/// <summary>One week of everything an intervention covers.</summary>
/// <param name="Adherence">Mean over the practices whose week is known, 0 to 1.</param>
/// <param name="Friction">Mean effort of what was finished, 1 to 7.</param>
/// <param name="Delay">Mean days from plan to start.</param>
/// <param name="Latency">Median hours that the decisions made in the week took.</param>
/// <param name="Corrections">Corrections per finished outcome.</param>
internal sealed record InterventionWeek(
    IsoWeek Week, double? Adherence, double? Friction, double? Delay, double? Latency, double? Corrections, IReadOnlyList<Guid> Events)
{
    /// <summary>The weeks that a report on an intervention may look at, oldest first.</summary>
    public static IReadOnlyList<InterventionWeek> Of(ReportView view, InterventionWindow window, IReadOnlyList<IntendedAction> all)
    {
        var practices = view.Practices.Where(one => window.Serves(one.Practice.AimId)).SelectMany(one => one.Weeks).ToLookup(week => week.Week);
        var attempts = all.Where(one => window.Serves(one.AimId)).ToLookup(one => IsoWeek.Of(one.Day));
        var decided = view.All<DecisionFact>().Where(one => window.Serves(one.AimId) && one.FirstMadeAt is { } made && view.Covers(made))
            .ToLookup(one => IsoWeek.Of(DateOnly.FromDateTime(one.FirstMadeAt!.Value.DateTime)));
        var corrections = view.Within<CorrectionFact>().Where(one => window.Serves(one.AimId)).ToLookup(one => IsoWeek.Of(one.Day));
        return [.. view.Weeks.Select(week => Of(week, [.. practices[week]], [.. attempts[week]], [.. decided[week]], [.. corrections[week]]))];
    }

    private static InterventionWeek Of(
        IsoWeek week, List<PracticeWeek> practices, List<IntendedAction> attempts, List<DecisionFact> decided, List<CorrectionFact> corrections)
    {
        var finished = attempts.Where(one => one.Finished).ToList();
        return new(
            week,
            practices.Average(one => one.Adherence),
            finished.Average(one => (double?)one.Effort),
            attempts.Average(one => one.DelayDays),
            Numbers.Median(decided.Select(one => (one.FirstMadeAt!.Value - one.OccurredAt).TotalHours)),
            finished.Count == 0 ? null : (double)corrections.Count / finished.Count,
            [
                .. practices.SelectMany(one => one.Events)
                    .Concat(attempts.SelectMany(one => one.Events))
                    .Concat(decided.SelectMany(one => one.Events))
                    .Concat(corrections.SelectMany(one => one.Events))
                    .Distinct(),
            ]);
    }
}
