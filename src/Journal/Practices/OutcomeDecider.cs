using Journal.Recording;

namespace Journal.Practices;

[Route("practices/{id}/outcomes", "It was done.", Subject = "outcome", Verb = "done", Makes = "practices/{id}/outcomes/{outcomeId}",
    Example = """{"score":0.5,"plannedAt":"2026-01-05T07:30"}""")]
public sealed record FinishExecution(
    Guid OutcomeId,
    double? Score = null,
    double? Amount = null,
    DateTimeOffset? PlannedAt = null,
    DateTimeOffset? StartedAt = null,
    int? Effort = null,
    double? Minutes = null,
    bool? NeededOperator = null,
    string? Note = null) : Command;

[Route("practices/{id}/outcomes", "It was due and was not done.", Subject = "outcome", Verb = "missed", Makes = "practices/{id}/outcomes/{outcomeId}",
    Example = """{"reason":"tired"}""")]
public sealed record MissExecution(
    Guid OutcomeId, DateTimeOffset? PlannedAt = null, DateTimeOffset? StartedAt = null, string? Reason = null) : Command;

[Route("practices/{id}/outcomes", "It was excused: the day counts neither for nor against.", Subject = "outcome", Verb = "skipped", Makes = "practices/{id}/outcomes/{outcomeId}",
    Example = """{"reason":"ill"}""")]
public sealed record SkipExecution(Guid OutcomeId, string Reason) : Command;

[Route("practices/{id}/outcomes", "It is not known whether it was done: the day counts neither way.", Subject = "outcome", Verb = "unknown", Makes = "practices/{id}/outcomes/{outcomeId}")]
public sealed record LeaveExecutionOpen(Guid OutcomeId, string? Note = null) : Command;

[Route("practices/{id}/code/{outcomeId}", "Says what an outcome came from.")]
public sealed record CodeOutcome(Guid OutcomeId, Cause Cause, bool? NewFactNeeded = null) : Command;

[Route("practices/{id}/outcomes/{outcomeId}/move", "Says when it really was.", Subject = "outcome")]
public sealed record MoveOutcome(Guid OutcomeId, string? Reason = null) : Command;

[Route("practices/{id}/outcomes/{outcomeId}/retract", "Takes it out of every figure; it stays in the history.", Subject = "outcome",
    TakesBack = [typeof(ExecutionFinished), typeof(ExecutionMissed), typeof(ExecutionSkipped), typeof(ExecutionLeftOpen)], Example = """{"reason":"wrong day"}""")]
public sealed record RetractOutcome(Guid OutcomeId, string? Reason = null) : Command;

public static class OutcomeDecider
{
    public static Verdict Decide(FinishExecution command, Practice? practice, DateTimeOffset now) =>
        Recordable(command.OutcomeId, practice) is { } refusal ? refusal : Verdict.Accept(now, new ExecutionFinished(
            command.Id,
            command.OutcomeId,
            command.Score,
            command.Amount,
            command.PlannedAt,
            command.StartedAt,
            command.Effort,
            command.Minutes,
            command.NeededOperator,
            command.Note,
            command.OccurredAt ?? now));

    public static Verdict Decide(MissExecution command, Practice? practice, DateTimeOffset now) =>
        Recordable(command.OutcomeId, practice) is { } refusal ? refusal : Verdict.Accept(now, new ExecutionMissed(
            command.Id, command.OutcomeId, command.PlannedAt, command.StartedAt, command.Reason, command.OccurredAt ?? now));

    public static Verdict Decide(SkipExecution command, Practice? practice, DateTimeOffset now) =>
        Recordable(command.OutcomeId, practice) is { } refusal ? refusal : Verdict.Accept(now, new ExecutionSkipped(
            command.Id, command.OutcomeId, command.Reason, command.OccurredAt ?? now));

    public static Verdict Decide(LeaveExecutionOpen command, Practice? practice, DateTimeOffset now) =>
        Recordable(command.OutcomeId, practice) is { } refusal ? refusal : Verdict.Accept(now, new ExecutionLeftOpen(
            command.Id, command.OutcomeId, command.Note, command.OccurredAt ?? now));

    public static Verdict Decide(CodeOutcome command, Practice? practice, DateTimeOffset now) => Verdict.Unless(
        Recorded(command.OutcomeId, practice),
        new OutcomeCoded(command.Id, command.OutcomeId, command.Cause, command.NewFactNeeded, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(RetractOutcome command, Practice? practice, DateTimeOffset now) =>
        Recorded(command.OutcomeId, practice) is { } missing ? missing : Verdict.Accept(now, new OutcomeRetracted(
            command.Id, command.OutcomeId, command.Reason, command.OccurredAt ?? now));

    public static Verdict Decide(MoveOutcome command, Practice? practice, DateTimeOffset now) =>
        command.OccurredAt is not { } at ? Moving.Unsaid
        : Recorded(command.OutcomeId, practice) is { } missing ? missing
        : Verdict.Accept(now, new OutcomeMoved(command.Id, command.OutcomeId, command.Reason, at));

    private static Refusal? Recorded(Guid outcomeId, Practice? practice) => practice is null ? PracticeDecider.Missing : practice.Without(outcomeId);

    // A dropped practice still takes what happened before it was dropped: the report leaves out what comes after.
    private static Refusal? Recordable(Guid outcomeId, Practice? practice) => practice switch
    {
        null => PracticeDecider.Missing,
        _ when practice.Outcomes.Contains(outcomeId) => Refusal.Conflict("outcome.exists", "This outcome is already recorded."),
        _ => null,
    };
}
