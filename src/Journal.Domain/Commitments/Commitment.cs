using System.Collections.Immutable;

namespace Journal.Domain.Commitments;

public sealed record Commitment(Guid Id, CommitmentStage Stage, ImmutableHashSet<Guid> Notes, bool Retracted) : IState<Commitment>, IRetractable
{
    public static Commitment Create(CommitmentMade e) => new(e.CommitmentId, CommitmentStage.Planned, [], Retracted: false);

    public static Commitment Apply(CommitmentStarted e, Commitment commitment) => commitment with { Stage = CommitmentStage.Running };

    public static Commitment Apply(CommitmentPaused e, Commitment commitment) => commitment with { Stage = CommitmentStage.Paused };

    public static Commitment Apply(CommitmentFinished e, Commitment commitment) => commitment with { Stage = CommitmentStage.Ended };

    public static Commitment Apply(CommitmentMissed e, Commitment commitment) => commitment with { Stage = CommitmentStage.Missed };

    public static Commitment Apply(CommitmentSkipped e, Commitment commitment) => commitment with { Stage = CommitmentStage.Ended };

    public static Commitment Apply(DeliberationNoted e, Commitment commitment) => commitment with { Notes = commitment.Notes.Add(e.NoteId) };

    public static Commitment Apply(SubjectRetracted e, Commitment commitment) => commitment with { Retracted = true };

    public static Commitment? Fold(Commitment? state, IJournalEvent e) => (state, e) switch
    {
        (null, CommitmentMade made) => Create(made),
        ({ } commitment, CommitmentStarted started) => Apply(started, commitment),
        ({ } commitment, CommitmentPaused paused) => Apply(paused, commitment),
        ({ } commitment, CommitmentFinished finished) => Apply(finished, commitment),
        ({ } commitment, CommitmentMissed missed) => Apply(missed, commitment),
        ({ } commitment, CommitmentSkipped skipped) => Apply(skipped, commitment),
        ({ } commitment, DeliberationNoted noted) => Apply(noted, commitment),
        ({ } commitment, SubjectRetracted retracted) => Apply(retracted, commitment),
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
