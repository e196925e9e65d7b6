using Journal.Commitments;
using Journal.Decisions;
using Journal.Practices;
using Journal.Reports.Causes;
using Journal.Reports.Weeks;
using Journal.Work;

namespace Journal.Reports.Phases;

/// <summary>One week of a practice with what goes on around it: commitments and decisions for the same aim. A practice without an aim has none of those.</summary>
/// <param name="Delay">Mean days from plan to start.</param>
/// <param name="Latency">Median hours that the decisions made in the week took.</param>
/// <param name="Skips">Skips that the person put down to something other than capacity, environment or illness. An uncoded skip is excused and no sign.</param>
/// <param name="Reframes">Times a commitment was postponed, shrunk, rescoped, relabelled or abandoned.</param>
/// <param name="Substitutes">Times something else was done instead.</param>
/// <param name="Missed">Misses that the person did not put down to something outside.</param>
/// <param name="Started">What was started and has ended.</param>
/// <param name="Outside">Misses and skips put down to something outside, by what.</param>
internal sealed record PhaseWeek(
    PracticeWeek Week,
    double? Delay,
    double? Latency,
    int Skips,
    int Reframes,
    int Substitutes,
    int Missed,
    int Started,
    int Finished,
    IReadOnlyDictionary<Cause, int> Outside,
    IReadOnlyList<Guid> Events)
{
    public double? Adherence => Week.Adherence;

    /// <summary>Times the plan was changed, or something else was done in its place.</summary>
    public int Moved => Reframes + Substitutes;

    /// <summary>Times it was left undone.</summary>
    public int Left => Skips + Missed;

    /// <summary>Whether nothing is known of the week, and it was not excused either.</summary>
    public bool Silent => Week is { Adherence: null, Skipped: 0 };

    public static IReadOnlyList<PhaseWeek> Of(Surroundings around, PracticeWeeks practice)
    {
        var attempts = around.Attempts(practice.Practice).ToLookup(one => IsoWeek.Of(one.Day));
        var reframes = around.Commitments(practice.Practice)
            .SelectMany(one => one.Reframes.Where(reframe => around.View.Covers(reframe.At)), (one, reframe) => (one.Events, reframe.At))
            .ToLookup(one => Of(one.At), one => one.Events);
        var substitutes = around.Substitutes(practice.Practice).ToLookup(one => IsoWeek.Of(one.Day), one => one.Events);
        var decided = around.Decided(practice.Practice).ToLookup(one => Of(one.FirstMadeAt!.Value));
        return [.. practice.Weeks.Select(week => Of(week, [.. attempts[week.Week]], [.. reframes[week.Week]], [.. substitutes[week.Week]], [.. decided[week.Week]]))];
    }

    private static PhaseWeek Of(
        PracticeWeek week, List<IntendedAction> attempts, List<IReadOnlyList<Guid>> reframes, List<IReadOnlyList<Guid>> substitutes, List<DecisionFact> decided) => new(
        week,
        attempts.Average(one => one.DelayDays),
        Numbers.Median(decided.Select(one => (one.FirstMadeAt!.Value - one.OccurredAt).TotalHours)),
        attempts.Count(one => one is { State: OutcomeState.Skipped, Cause: not null, Outside: false }),
        reframes.Count,
        substitutes.Count,
        attempts.Count(one => one.Missed && !one.Outside),
        attempts.Count(one => one.StartedAt is not null),
        attempts.Count(one => one.StartedAt is not null && one.Finished),
        new SortedDictionary<Cause, int>(attempts.Where(one => one.Outside && !one.Finished).GroupBy(one => one.Cause!.Value).ToDictionary(cause => cause.Key, cause => cause.Count())),
        [
            .. week.Events
                .Concat(attempts.SelectMany(one => one.Events))
                .Concat(reframes.Concat(substitutes).SelectMany(events => events))
                .Concat(decided.SelectMany(one => one.Events))
                .Distinct(),
        ]);

    private static IsoWeek Of(DateTimeOffset moment) => IsoWeek.Of(DateOnly.FromDateTime(moment.DateTime));
}

/// <summary>What goes on around practices, sorted once for all of them.</summary>
internal sealed class Surroundings
{
    private readonly ILookup<Guid, OutcomeFact> outcomes;
    private readonly ILookup<Guid, IntendedAction> attempts;
    private readonly ILookup<Guid?, CommitmentFact> commitments;
    private readonly ILookup<Guid?, DecisionFact> decided;
    private readonly ILookup<Guid, TimeFact> substitutes;

    public Surroundings(ReportView view)
    {
        View = view;
        outcomes = view.Within<OutcomeFact>().ToLookup(one => one.PracticeId);
        attempts = IntendedAction.Of(view).ToLookup(one => one.Subject);
        commitments = view.All<CommitmentFact>().ToLookup(one => one.AimId);
        decided = view.All<DecisionFact>().Where(one => one.FirstMadeAt is { } made && view.Covers(made)).ToLookup(one => one.AimId);
        substitutes = view.Within<TimeFact>().Where(one => one.InsteadOf is not null).ToLookup(one => one.InsteadOf!.Value);
    }

    public ReportView View { get; }

    /// <summary>The outcomes of a practice within the window.</summary>
    public IEnumerable<OutcomeFact> Outcomes(PracticeFact practice) => outcomes[practice.Id];

    /// <summary>Commitments for the practice's aim; none where it has none.</summary>
    public IReadOnlyList<CommitmentFact> Commitments(PracticeFact practice) => practice.AimId is null ? [] : [.. commitments[practice.AimId]];

    /// <summary>Decisions for the practice's aim that were made within the window.</summary>
    public IEnumerable<DecisionFact> Decided(PracticeFact practice) => practice.AimId is null ? [] : decided[practice.AimId];

    /// <summary>What was attempted of the practice and of the commitments for its aim.</summary>
    public IEnumerable<IntendedAction> Attempts(PracticeFact practice) => Subjects(practice).SelectMany(id => attempts[id]);

    /// <summary>What was done instead of them.</summary>
    public IEnumerable<TimeFact> Substitutes(PracticeFact practice) => Subjects(practice).SelectMany(id => substitutes[id]);

    private IEnumerable<Guid> Subjects(PracticeFact practice) => Commitments(practice).Select(one => one.Id).Append(practice.Id);
}
