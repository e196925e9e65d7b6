namespace Journal.Domain.Decisions;

public sealed record OpenDecision(
    string Question,
    string? Class = null,
    IReadOnlyList<string>? Options = null,
    DateTimeOffset? TriggeredAt = null,
    IReadOnlyList<Guid>? BeliefIds = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() => [.. Reference.To("belief", BeliefIds), .. Reference.To("aim", AimId)];
}

public sealed record ReviewDecision(Guid ReviewId, bool NewFact = false, string? Note = null, double? Minutes = null) : Command;

public sealed record MakeDecision(string Choice, double? Confidence = null) : Command;

public sealed record ReopenDecision(string? Reason = null) : Command;

public sealed record DropDecision(string? Reason = null) : Command;

public sealed record ReviewDecisionOutcome(bool CameTrue, string? Note = null) : Command;
