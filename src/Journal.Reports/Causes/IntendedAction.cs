using Journal.Commitments;
using Journal.Practices;

namespace Journal.Reports.Causes;

/// <summary>One time something was meant to be done: an outcome of a practice, or a commitment that has ended.</summary>
/// <param name="Id">Of the outcome, or of the commitment.</param>
/// <param name="Subject">The practice, or the commitment itself.</param>
internal sealed record IntendedAction(
    Guid Id,
    Guid Subject,
    string Title,
    OutcomeState State,
    DateTimeOffset At,
    DateTimeOffset? StartedAt,
    double? DelayDays,
    int? Effort,
    bool? NeededOperator,
    Cause? Cause,
    Guid? AimId,
    Guid? DecisionId,
    IReadOnlyList<Guid> BeliefIds,
    IReadOnlyList<Guid> Events)
{
    public DateOnly Day => DateOnly.FromDateTime(At.DateTime);

    public bool Missed => State == OutcomeState.Missed;

    public bool Finished => State == OutcomeState.Finished;

    public bool OfCommitment => Id == Subject;

    /// <summary>Whether the person put it down to something that no belief is needed to explain.</summary>
    public bool Outside => Cause is Journal.Cause.Capacity or Journal.Cause.Environment or Journal.Cause.Illness;

    /// <summary>What was attempted within the window for the aim asked for, by valid time.</summary>
    public static IReadOnlyList<IntendedAction> Of(ReportView view) => view.Part(Read);

    private static IReadOnlyList<IntendedAction> Read(ReportView view)
    {
        var practices = view.All<PracticeFact>().ToDictionary(practice => practice.Id);
        var outcomes = view.All<OutcomeFact>().Where(outcome => outcome.State != OutcomeState.Unknown && practices.ContainsKey(outcome.PracticeId)).Select(outcome => Of(outcome, practices[outcome.PracticeId]));
        var commitments = view.All<CommitmentFact>().Where(commitment => commitment.Ending is not null).Select(commitment => Of(commitment, commitment.Ending!));
        return [.. outcomes.Concat(commitments).Where(one => view.Serves(one.AimId) && view.Covers(one.At)).OrderBy(one => one.At).ThenBy(one => one.Id)];
    }

    private static IntendedAction Of(OutcomeFact outcome, PracticeFact practice) => new(
        outcome.Id,
        practice.Id,
        practice.Title,
        outcome.State,
        outcome.OccurredAt,
        outcome.StartedAt,
        outcome.DelayDays,
        outcome.Effort,
        outcome.NeededOperator,
        outcome.Cause,
        practice.AimId,
        null,
        [],
        outcome.Events);

    private static IntendedAction Of(CommitmentFact commitment, Ending ending) => new(
        commitment.Id,
        commitment.Id,
        commitment.Title,
        ending.State,
        ending.At,
        commitment.StartedAt,
        commitment.DelayDays,
        ending.Effort,
        ending.NeededOperator,
        commitment.Coding?.Cause,
        commitment.AimId,
        commitment.DecisionId,
        commitment.BeliefIds,
        commitment.Events);
}
