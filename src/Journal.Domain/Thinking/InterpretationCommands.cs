namespace Journal.Domain.Thinking;

public sealed record LogInterpretation(
    InterpretationKind Kind,
    string Text,
    bool? Supports = null,
    IReadOnlyList<Guid>? BeliefIds = null,
    Guid? CommitmentId = null,
    Guid? DecisionId = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() =>
        [.. Reference.To("belief", BeliefIds), .. Reference.To("commitment", CommitmentId), .. Reference.To("decision", DecisionId), .. Reference.To("aim", AimId)];
}

public sealed record InterpretSetback(
    SetbackReading Reading,
    string Text,
    bool? Supports = null,
    IReadOnlyList<Guid>? BeliefIds = null,
    Guid? SourceId = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> Mentions() => [.. Reference.To("belief", BeliefIds), .. Reference.To("aim", AimId)];
}
