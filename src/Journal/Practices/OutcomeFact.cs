using System.Text.Json.Serialization;
using Journal.Facts;

namespace Journal.Practices;

public enum OutcomeState
{
    Finished,
    Missed,
    Skipped,

    /// <summary>The person does not know.</summary>
    Unknown,
}

[Subject("outcome", "outcomes", "How a practice went, once.",
    typeof(ExecutionFinished), typeof(ExecutionMissed), typeof(ExecutionSkipped), typeof(ExecutionLeftOpen), typeof(OutcomeCoded), typeof(OutcomeMoved), typeof(OutcomeRetracted), PartOf = typeof(PracticeFact), Family = "outcomes")]
public sealed record OutcomeFact : Fact, IFact<OutcomeFact>
{
    public required Guid PracticeId { get; init; }

    public required OutcomeState State { get; init; }

    public double? Score { get; init; }

    public double? Amount { get; init; }

    public DateTimeOffset? PlannedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public int? Effort { get; init; }

    public double? Minutes { get; init; }

    public bool? NeededOperator { get; init; }

    /// <summary>Whether a reason was written down.</summary>
    public bool HasReason { get; init; }

    /// <summary>What the person put it down to; nobody else codes it.</summary>
    public Cause? Cause { get; init; }

    public bool? NewFactNeeded { get; init; }

    /// <summary>Days from plan to start; null where either is unknown.</summary>
    [JsonIgnore]
    public double? DelayDays => (StartedAt - PlannedAt)?.TotalDays;

    /// <summary>How much of what was meant was done, 0 to 1: the score where one was given, else the amount against the target, else all of it.</summary>
    /// <remarks>A limit is held against all that was recorded in its window, not against one outcome: see the weeks of a practice.</remarks>
    public double Credit(PracticeFact practice) => State != OutcomeState.Finished ? 0 : Score ?? (practice.On(Day).Target, Amount) switch
    {
        (null, _) or (_, null) => 1,
        ({ } target, { } amount) when practice.On(Day).Bound == TargetBound.AtMost => amount <= target ? 1 : 0,
        ({ } target, { } amount) => target == 0 ? 1 : Math.Min(1, amount / target),
    };

    public static OutcomeFact? Fold(OutcomeFact? fact, object e, Guid id) => e switch
    {
        OutcomeRetracted => null,
        OutcomeMoved moved => (OutcomeFact?)fact?.Moved(moved.OccurredAt, id),
        OutcomeCoded coded => fact is null ? null : fact with { Cause = coded.Cause, NewFactNeeded = coded.NewFactNeeded, Events = [.. fact.Events, id] },
        ExecutionFinished finished when fact is null => Finish(finished, id),
        ExecutionMissed missed when fact is null => new()
        {
            Id = missed.OutcomeId,
            PracticeId = missed.PracticeId,
            State = OutcomeState.Missed,
            OccurredAt = missed.OccurredAt,
            Events = [id],
            PlannedAt = missed.PlannedAt,
            StartedAt = missed.StartedAt,
            HasReason = missed.Reason is not null,
        },
        ExecutionSkipped skipped when fact is null => new()
        {
            Id = skipped.OutcomeId,
            PracticeId = skipped.PracticeId,
            State = OutcomeState.Skipped,
            OccurredAt = skipped.OccurredAt,
            Events = [id],
            HasReason = true,
        },
        ExecutionLeftOpen open when fact is null => new()
        {
            Id = open.OutcomeId,
            PracticeId = open.PracticeId,
            State = OutcomeState.Unknown,
            OccurredAt = open.OccurredAt,
            Events = [id],
        },
        _ => fact,
    };

    private static OutcomeFact Finish(ExecutionFinished e, Guid id) => new()
    {
        Id = e.OutcomeId,
        PracticeId = e.PracticeId,
        State = OutcomeState.Finished,
        OccurredAt = e.OccurredAt,
        Events = [id],
        Score = e.Score,
        Amount = e.Amount,
        PlannedAt = e.PlannedAt,
        StartedAt = e.StartedAt,
        Effort = e.Effort,
        Minutes = e.Minutes,
        NeededOperator = e.NeededOperator,
    };
}
