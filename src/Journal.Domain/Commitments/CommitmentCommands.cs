namespace Journal.Domain.Commitments;

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
    public override IEnumerable<Reference> Mentions() =>
        [.. Reference.To("decision", DecisionId), .. Reference.To("process", ProcessId), .. Reference.To("belief", BeliefIds), .. Reference.To("aim", AimId)];
}

public sealed record ReframeCommitment(
    Reframing Reframing, DateTimeOffset? PlannedAt = null, string? Reason = null, Cause? Cause = null, bool? NewFactNeeded = null) : Command;

public sealed record StartCommitment : Command;

public sealed record PauseCommitment(string? Reason = null) : Command;

public sealed record FinishCommitment(int? Effort = null, double? Minutes = null, bool? NeededOperator = null, string? Note = null) : Command;

public sealed record MissCommitment(string? Reason = null, Cause? Cause = null, bool? NewFactNeeded = null) : Command;

public sealed record SkipCommitment(string Reason, Cause? Cause = null) : Command;

public sealed record CodeCommitment(Cause Cause, bool? NewFactNeeded = null) : Command;

public sealed record NoteDeliberation(Guid NoteId, string Text) : Command;
