using Journal.Recording;

namespace Journal.Commitments;

[Route("commitments", "Plans one action.", Verb = "make")]
public sealed record MakeCommitment(
    string Title,
    DateTimeOffset? PlannedAt = null,
    DateTimeOffset? DueAt = null,
    double? PlannedMinutes = null,
    int? Clarity = null,
    Guid? DecisionId = null,
    Guid? ProcessId = null,
    IReadOnlyList<Guid>? BeliefIds = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() =>
        [.. Reference.To("decision", DecisionId), .. Reference.To("process", ProcessId), .. Reference.To("belief", BeliefIds), .. Reference.To("aim", AimId)];
}

[Route("commitments/{id}/reframe", "Postpones, shrinks, rescopes, relabels or abandons it.")]
public sealed record ReframeCommitment(
    Reframing Reframing, DateTimeOffset? PlannedAt = null, string? Reason = null, Cause? Cause = null, bool? NewFactNeeded = null) : Command;

[Route("commitments/{id}/start", "Begins it, or takes it up again.")]
public sealed record StartCommitment : Command;

[Route("commitments/{id}/pause", "Interrupts it.")]
public sealed record PauseCommitment(string? Reason = null) : Command;

[Route("commitments/{id}/finish", "It was done.")]
public sealed record FinishCommitment(int? Effort = null, double? Minutes = null, bool? NeededOperator = null, string? Note = null) : Command;

[Route("commitments/{id}/miss", "It was due and was not done.")]
public sealed record MissCommitment(string? Reason = null, Cause? Cause = null, bool? NewFactNeeded = null) : Command;

[Route("commitments/{id}/skip", "It was excused: it counts neither for nor against.")]
public sealed record SkipCommitment(string Reason, Cause? Cause = null) : Command;

[Route("commitments/{id}/code", "Says what a miss or a delay came from.")]
public sealed record CodeCommitment(Cause Cause, bool? NewFactNeeded = null) : Command;

[Route("commitments/{id}/deliberate", "It was weighed once more before it was done.")]
public sealed record NoteDeliberation(Guid NoteId, string Text) : Command;

public static class CommitmentDecider
{
    private const string Subject = "commitment";

    private static readonly Refusal Ended = Refusal.Conflict("commitment.ended", "This commitment was finished, missed or skipped.");

    public static Verdict Decide(MakeCommitment command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.Title(command.Title)
            ?? Check.Plan(command.PlannedAt, now, "plannedAt")
            ?? Check.Plan(command.DueAt, now, "dueAt")
            ?? Check.Quantity(command.PlannedMinutes, "plannedMinutes")
            ?? Check.Rating(command.Clarity, "clarity")
            ?? Check.Ids(command.BeliefIds, "beliefIds")
            ?? Check.When(command.OccurredAt, now)
            ?? Presence.Unused(commitment, Subject),
        new CommitmentMade(
            command.Id,
            command.Title,
            command.PlannedAt,
            command.DueAt,
            command.PlannedMinutes,
            command.Clarity,
            command.DecisionId,
            command.ProcessId,
            command.BeliefIds ?? [],
            command.AimId,
            command.OccurredAt ?? now));

    // A relabelling after the end is what "post-hoc" means, so it is taken.
    public static Verdict Decide(ReframeCommitment command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.Known<Reframing>(command.Reframing, "reframing")
            ?? Check.Plan(command.PlannedAt, now, "plannedAt")
            ?? Check.OptionalText(command.Reason, "reason")
            ?? Check.Known(command.Cause, "cause")
            ?? Check.When(command.OccurredAt, now)
            ?? (command.Reframing == Reframing.Relabel ? Presence.There(commitment, Subject) : Open(commitment)),
        new CommitmentReframed(
            command.Id, command.Reframing, command.PlannedAt, command.Reason, command.Cause, command.NewFactNeeded, command.OccurredAt ?? now));

    // A start with a time of its own is no repeat: it may be one that was forgotten.
    public static Verdict Decide(StartCommitment command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.When(command.OccurredAt, now) ?? Open(commitment),
        new CommitmentStarted(command.Id, command.OccurredAt ?? now),
        repeated: commitment is { Stage: CommitmentStage.Running } && command.OccurredAt is null);

    public static Verdict Decide(PauseCommitment command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.OptionalText(command.Reason, "reason")
            ?? Check.When(command.OccurredAt, now)
            ?? Open(commitment)
            ?? (commitment is { Stage: CommitmentStage.Planned } ? Refusal.Conflict("commitment.idle", "This commitment was not started.") : null),
        new CommitmentPaused(command.Id, command.Reason, command.OccurredAt ?? now),
        repeated: commitment is { Stage: CommitmentStage.Paused } && command.OccurredAt is null);

    public static Verdict Decide(FinishCommitment command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.Rating(command.Effort, "effort")
            ?? Check.Quantity(command.Minutes, "minutes")
            ?? Check.OptionalText(command.Note, "note")
            ?? Check.When(command.OccurredAt, now)
            ?? (commitment is { Stage: CommitmentStage.Missed } ? Presence.There(commitment, Subject) : Open(commitment)),
        new CommitmentFinished(command.Id, command.Effort, command.Minutes, command.NeededOperator, command.Note, command.OccurredAt ?? now));

    public static Verdict Decide(MissCommitment command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.OptionalText(command.Reason, "reason") ?? Check.Known(command.Cause, "cause") ?? Check.When(command.OccurredAt, now) ?? Open(commitment),
        new CommitmentMissed(command.Id, command.Reason, command.Cause, command.NewFactNeeded, command.OccurredAt ?? now));

    public static Verdict Decide(SkipCommitment command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.Text(command.Reason, "reason") ?? Check.Known(command.Cause, "cause") ?? Check.When(command.OccurredAt, now) ?? Open(commitment),
        new CommitmentSkipped(command.Id, command.Reason, command.Cause, command.OccurredAt ?? now));

    public static Verdict Decide(CodeCommitment command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.Known<Cause>(command.Cause, "cause") ?? Check.When(command.OccurredAt, now) ?? Presence.There(commitment, Subject),
        new CommitmentCoded(command.Id, command.Cause, command.NewFactNeeded, command.OccurredAt ?? now));

    public static Verdict Decide(NoteDeliberation command, Commitment? commitment, DateTimeOffset now) => Verdict.Unless(
        Check.Text(command.Text)
            ?? Check.When(command.OccurredAt, now)
            ?? Presence.There(commitment, Subject)
            ?? (commitment?.Notes.Contains(command.NoteId) is true ? Refusal.Conflict("note.exists", "This note is already recorded.") : null),
        new DeliberationNoted(command.Id, command.NoteId, command.Text, command.OccurredAt ?? now));

    private static Refusal? Open(Commitment? commitment) =>
        Presence.There(commitment, Subject) ?? (commitment is { Stage: CommitmentStage.Missed or CommitmentStage.Ended } ? Ended : null);
}
