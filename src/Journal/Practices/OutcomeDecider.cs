using Journal.Recording;

namespace Journal.Practices;

[Route("practices/{id}/outcomes", "It was done.", Subject = "outcome", Verb = "done", Makes = "practices/{id}/outcomes/{outcomeId}")]
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

[Route("practices/{id}/outcomes", "It was due and was not done.", Subject = "outcome", Verb = "missed", Makes = "practices/{id}/outcomes/{outcomeId}")]
public sealed record MissExecution(
    Guid OutcomeId, DateTimeOffset? PlannedAt = null, DateTimeOffset? StartedAt = null, string? Reason = null) : Command;

[Route("practices/{id}/outcomes", "It was excused: the day counts neither for nor against.", Subject = "outcome", Verb = "skipped", Makes = "practices/{id}/outcomes/{outcomeId}")]
public sealed record SkipExecution(Guid OutcomeId, string Reason) : Command;

[Route("practices/{id}/code/{outcomeId}", "Says what an outcome came from.")]
public sealed record CodeOutcome(Guid OutcomeId, Cause Cause, bool? NewFactNeeded = null) : Command;

[Route("practices/{id}/outcomes/{outcomeId}/retract", "Takes it out of every figure; it stays in the history.", Subject = "outcome")]
public sealed record RetractOutcome(Guid OutcomeId, string? Reason = null) : Command;

public static class OutcomeDecider
{
    public static Verdict Decide(FinishExecution command, Practice? practice, DateTimeOffset now) =>
        (Recordable(command.OutcomeId, practice)
            ?? Check.Share(command.Score, "score")
            ?? Check.Quantity(command.Amount, "amount")
            ?? Check.When(command.PlannedAt, now, "plannedAt")
            ?? Check.When(command.StartedAt, now, "startedAt")
            ?? Check.Rating(command.Effort, "effort")
            ?? Check.Quantity(command.Minutes, "minutes")
            ?? Check.OptionalText(command.Note, "note")
            ?? Check.When(command.OccurredAt, now)) is { } refusal ? refusal
        : Verdict.Accept(new ExecutionFinished(
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
        (Recordable(command.OutcomeId, practice)
            ?? Check.When(command.PlannedAt, now, "plannedAt")
            ?? Check.When(command.StartedAt, now, "startedAt")
            ?? Check.OptionalText(command.Reason, "reason")
            ?? Check.When(command.OccurredAt, now)) is { } refusal ? refusal
        : Verdict.Accept(new ExecutionMissed(
            command.Id, command.OutcomeId, command.PlannedAt, command.StartedAt, command.Reason, command.OccurredAt ?? now));

    public static Verdict Decide(SkipExecution command, Practice? practice, DateTimeOffset now) =>
        (Recordable(command.OutcomeId, practice)
            ?? Check.Text(command.Reason, "reason")
            ?? Check.When(command.OccurredAt, now)) is { } refusal ? refusal
        : Verdict.Accept(new ExecutionSkipped(command.Id, command.OutcomeId, command.Reason, command.OccurredAt ?? now));

    public static Verdict Decide(CodeOutcome command, Practice? practice, DateTimeOffset now) => Verdict.Unless(
        Check.Known<Cause>(command.Cause, "cause") ?? Check.When(command.OccurredAt, now) ?? Recorded(command.OutcomeId, practice),
        new OutcomeCoded(command.Id, command.OutcomeId, command.Cause, command.NewFactNeeded, command.OccurredAt ?? now));

    public static Verdict Decide(RetractOutcome command, Practice? practice, DateTimeOffset now) => Recorded(command.OutcomeId, practice) switch
    {
        { } missing => missing,
        _ when (Check.OptionalText(command.Reason, "reason") ?? Check.When(command.OccurredAt, now)) is { } refusal => refusal,
        _ => Verdict.Accept(new OutcomeRetracted(command.Id, command.OutcomeId, command.Reason, command.OccurredAt ?? now)),
    };

    private static Refusal? Recorded(Guid outcomeId, Practice? practice) => practice switch
    {
        null => PracticeDecider.Missing,
        _ when !practice.Outcomes.Contains(outcomeId) => Refusal.Unknown("outcome.unknown", "There is no such outcome, or it is retracted already."),
        _ => null,
    };

    // A dropped practice still takes what happened before it was dropped: the report leaves out what comes after.
    private static Refusal? Recordable(Guid outcomeId, Practice? practice) => practice switch
    {
        null => PracticeDecider.Missing,
        _ when practice.Outcomes.Contains(outcomeId) => Refusal.Conflict("outcome.exists", "This outcome is already recorded."),
        _ => null,
    };
}
