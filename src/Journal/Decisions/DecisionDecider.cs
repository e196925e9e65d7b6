using Journal.Recording;

namespace Journal.Decisions;

[Route("decisions", "Opens a decision.", Verb = "open",
    Example = """{"question":"Publish weekly?","class":"content","options":["yes","no"]}""")]
public sealed record OpenDecision(
    string Question,
    string? Class = null,
    IReadOnlyList<string>? Options = null,
    DateTimeOffset? TriggeredAt = null,
    IReadOnlyList<Guid>? BeliefIds = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => [.. Reference.To("belief", BeliefIds), .. Reference.To("aim", AimId)];
}

[Route("decisions/{id}/review", "Goes over it again, with a new fact or without.")]
public sealed record ReviewDecision(Guid ReviewId, bool NewFact = false, string? Note = null, double? Minutes = null) : Command;

[Route("decisions/{id}/make", "Decides it.",
    Example = """{"choice":"yes","confidence":0.7}""")]
public sealed record MakeDecision(string Choice, double? Confidence = null) : Command;

[Route("decisions/{id}/reopen", "Opens a decision that was made or dropped again.")]
public sealed record ReopenDecision(string? Reason = null) : Command;

[Route("decisions/{id}/drop", "It no longer has to be decided.")]
public sealed record DropDecision(string? Reason = null) : Command;

[Route("decisions/{id}/outcome", "Says whether the choice turned out right.")]
public sealed record ReviewDecisionOutcome(bool CameTrue, string? Note = null) : Command;

public static class DecisionDecider
{
    private const string Subject = "decision";

    private static readonly Refusal Closed = Refusal.Conflict("decision.closed", "This decision is already made or dropped.");
    private static readonly Refusal Unmade = Refusal.Conflict("decision.unmade", "Whether it turned out right can be said once the decision was made.");

    public static Verdict Decide(OpenDecision command, DecisionCase? decision, DateTimeOffset now) => Verdict.Unless(
        Presence.Unused(decision, Subject),
        new DecisionOpened(
            command.Id,
            command.Question,
            command.Class,
            command.Options ?? [],
            command.TriggeredAt,
            command.BeliefIds ?? [],
            command.AimId,
            command.OccurredAt ?? now),
        now);

    public static Verdict Decide(ReviewDecision command, DecisionCase? decision, DateTimeOffset now) => Verdict.Unless(
        Open(decision) ?? (decision?.Reviews.Contains(command.ReviewId) is true ? Refusal.Conflict("review.exists", "This review is already recorded.") : null),
        new DecisionReviewed(command.Id, command.ReviewId, command.NewFact, command.Note, command.Minutes, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(MakeDecision command, DecisionCase? decision, DateTimeOffset now) => Verdict.Unless(
        Open(decision), new DecisionMade(command.Id, command.Choice, command.Confidence, command.OccurredAt ?? now), now);

    public static Verdict Decide(ReopenDecision command, DecisionCase? decision, DateTimeOffset now) => Verdict.Unless(
        Presence.There(decision, Subject),
        new DecisionReopened(command.Id, command.Reason, command.OccurredAt ?? now),
        now,
        repeated: decision is { Standing: DecisionStanding.Open });

    public static Verdict Decide(DropDecision command, DecisionCase? decision, DateTimeOffset now) => Verdict.Unless(
        Presence.There(decision, Subject) ?? (decision is { Standing: DecisionStanding.Made } ? Closed : null),
        new DecisionDropped(command.Id, command.Reason, command.OccurredAt ?? now),
        now,
        repeated: decision is { Standing: DecisionStanding.Dropped });

    public static Verdict Decide(ReviewDecisionOutcome command, DecisionCase? decision, DateTimeOffset now) => Verdict.Unless(
        Presence.There(decision, Subject) ?? (decision is { WasMade: false } ? Unmade : null),
        new DecisionOutcomeReviewed(command.Id, command.CameTrue, command.Note, command.OccurredAt ?? now),
        now);

    private static Refusal? Open(DecisionCase? decision) =>
        Presence.There(decision, Subject) ?? (decision is { Standing: not DecisionStanding.Open } ? Closed : null);
}
