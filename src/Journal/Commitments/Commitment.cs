using System.Collections.Immutable;
using Journal.Recording;

namespace Journal.Commitments;

/// <summary>A person plans one action.</summary>
/// <param name="PlannedAt">When it is meant to start.</param>
/// <param name="DueAt">By when it is meant to be done.</param>
/// <param name="PlannedMinutes">How long it is meant to take.</param>
/// <param name="Clarity">How clear it is what to do, 1 (not at all) to 7.</param>
/// <param name="DecisionId">The decision it follows from.</param>
/// <param name="BeliefIds">The beliefs it rests on.</param>
public sealed record CommitmentMade(
    Guid CommitmentId,
    [property: Personal] string Title,
    DateTimeOffset? PlannedAt,
    DateTimeOffset? DueAt,
    double? PlannedMinutes,
    int? Clarity,
    Guid? DecisionId,
    Guid? ProcessId,
    IReadOnlyList<Guid> BeliefIds,
    Guid? AimId,
    DateTimeOffset OccurredAt) : IServesAim, IComesDue
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Guid IComesDue.DueId => CommitmentId;

    DateTimeOffset? IComesDue.Due => DueAt ?? PlannedAt;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Title(Title)
        ?? Check.Plan(PlannedAt, now, "plannedAt")
        ?? Check.Plan(DueAt, now, "dueAt")
        ?? Check.Quantity(PlannedMinutes, "plannedMinutes")
        ?? Check.Rating(Clarity, "clarity")
        ?? Check.Ids(BeliefIds, "beliefIds")
        ?? Check.When(OccurredAt, now);
}

/// <summary>What was planned is changed, by more or less of it.</summary>
/// <param name="PlannedAt">The new time to start, where there is one.</param>
/// <param name="NewFactNeeded">Whether something had to be found out first; null when the person did not say.</param>
public sealed record CommitmentReframed(
    Guid CommitmentId,
    Reframing Reframing,
    DateTimeOffset? PlannedAt,
    [property: Personal] string? Reason,
    Cause? Cause,
    bool? NewFactNeeded,
    DateTimeOffset OccurredAt) : IComesDue
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Guid IComesDue.DueId => CommitmentId;

    DateTimeOffset? IComesDue.Due => PlannedAt;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Known<Reframing>(Reframing, "reframing")
        ?? Check.Plan(PlannedAt, now, "plannedAt")
        ?? Check.OptionalText(Reason, "reason")
        ?? Check.Known(Cause, "cause")
        ?? Check.When(OccurredAt, now);
}

/// <summary>It was begun, or taken up again after a pause.</summary>
public sealed record CommitmentStarted(Guid CommitmentId, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.When(OccurredAt, now);
}

public sealed record CommitmentPaused(Guid CommitmentId, [property: Personal] string? Reason, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.When(OccurredAt, now);
}

/// <param name="Effort">How hard it was to do, 1 (none) to 7.</param>
/// <param name="Minutes">Time spent.</param>
/// <param name="NeededOperator">Whether it took the person's own intervention to come about.</param>
public sealed record CommitmentFinished(
    Guid CommitmentId, int? Effort, double? Minutes, bool? NeededOperator, [property: Personal] string? Note, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Rating(Effort, "effort") ?? Check.Quantity(Minutes, "minutes") ?? Check.OptionalText(Note, "note") ?? Check.When(OccurredAt, now);
}

/// <summary>It was due and was not done.</summary>
public sealed record CommitmentMissed(
    Guid CommitmentId, [property: Personal] string? Reason, Cause? Cause, bool? NewFactNeeded, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.OptionalText(Reason, "reason") ?? Check.Known(Cause, "cause") ?? Check.When(OccurredAt, now);
}

/// <summary>It was excused: it counts neither for nor against.</summary>
public sealed record CommitmentSkipped(Guid CommitmentId, [property: Personal] string Reason, Cause? Cause, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Text(Reason, "reason") ?? Check.Known(Cause, "cause") ?? Check.When(OccurredAt, now);
}

/// <summary>The person says, later on, what a miss or a change of plan came from.</summary>
public sealed record CommitmentCoded(Guid CommitmentId, Cause Cause, bool? NewFactNeeded, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Known<Cause>(Cause, "cause") ?? Check.When(OccurredAt, now);
}

/// <summary>The action was weighed once more before it was done.</summary>
public sealed record DeliberationNoted(Guid CommitmentId, Guid NoteId, [property: Personal] string Text, DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => CommitmentId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) => Check.Text(Text) ?? Check.When(OccurredAt, now);
}

public enum Reframing
{
    Postpone,
    Shrink,
    Rescope,
    Relabel,
    Abandon,
}

public sealed record Commitment(Guid Id, CommitmentStage Stage, ImmutableHashSet<Guid> Notes, bool Retracted) : IState<Commitment>, IRetractable
{
    private static Commitment From(CommitmentMade e) => new(e.CommitmentId, CommitmentStage.Planned, [], Retracted: false);

    private static Commitment On(CommitmentStarted e, Commitment commitment) => commitment with { Stage = CommitmentStage.Running };

    private static Commitment On(CommitmentPaused e, Commitment commitment) => commitment with { Stage = CommitmentStage.Paused };

    private static Commitment On(CommitmentFinished e, Commitment commitment) => commitment with { Stage = CommitmentStage.Ended };

    private static Commitment On(CommitmentMissed e, Commitment commitment) => commitment with { Stage = CommitmentStage.Missed };

    private static Commitment On(CommitmentSkipped e, Commitment commitment) => commitment with { Stage = CommitmentStage.Ended };

    private static Commitment On(DeliberationNoted e, Commitment commitment) => commitment with { Notes = commitment.Notes.Add(e.NoteId) };

    private static Commitment On(SubjectRetracted e, Commitment commitment) => commitment with { Retracted = true };

    public static Commitment? Fold(Commitment? state, IJournalEvent e) => (state, e) switch
    {
        (null, CommitmentMade made) => From(made),
        ({ } commitment, CommitmentStarted started) => On(started, commitment),
        ({ } commitment, CommitmentPaused paused) => On(paused, commitment),
        ({ } commitment, CommitmentFinished finished) => On(finished, commitment),
        ({ } commitment, CommitmentMissed missed) => On(missed, commitment),
        ({ } commitment, CommitmentSkipped skipped) => On(skipped, commitment),
        ({ } commitment, DeliberationNoted noted) => On(noted, commitment),
        ({ } commitment, SubjectRetracted retracted) => On(retracted, commitment),
        _ => state,
    };
}

public enum CommitmentStage
{
    Planned,
    Running,
    Paused,

    /// <summary>It was due and was not done; it may still be finished late.</summary>
    Missed,

    /// <summary>Finished or skipped.</summary>
    Ended,
}
