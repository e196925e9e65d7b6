using Journal.Recording;

namespace Journal.Interpretations;

[Route("interpretations", "Logs an interpretation.", Verb = "log")]
public sealed record LogInterpretation(
    InterpretationKind Kind,
    string Text,
    bool? Supports = null,
    IReadOnlyList<Guid>? BeliefIds = null,
    Guid? CommitmentId = null,
    Guid? DecisionId = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() =>
        [.. Reference.To("belief", BeliefIds), .. Reference.To("commitment", CommitmentId), .. Reference.To("decision", DecisionId), .. Reference.To("aim", AimId)];
}

[Route("setbacks", "Says how a setback is read.", Verb = "read")]
public sealed record InterpretSetback(
    SetbackReading Reading,
    string Text,
    bool? Supports = null,
    IReadOnlyList<Guid>? BeliefIds = null,
    Guid? SourceId = null,
    Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => [.. Reference.To("belief", BeliefIds), .. Reference.To("aim", AimId)];
}

public static class InterpretationDecider
{
    public static Verdict Decide(LogInterpretation command, Observation<InterpretationLogged>? interpretation, DateTimeOffset now) => Observing.Once(
        "interpretation",
        interpretation,
        Check.Known<InterpretationKind>(command.Kind, "kind") ?? Check.Text(command.Text) ?? Check.Ids(command.BeliefIds, "beliefIds"),
        new InterpretationLogged(
            command.Id,
            command.Kind,
            command.Text,
            command.Supports,
            command.BeliefIds ?? [],
            command.CommitmentId,
            command.DecisionId,
            command.AimId,
            command.OccurredAt ?? now),
        now);

    public static Verdict Decide(InterpretSetback command, Observation<SetbackInterpreted>? setback, DateTimeOffset now) => Observing.Once(
        "setback",
        setback,
        Check.Known<SetbackReading>(command.Reading, "reading") ?? Check.Text(command.Text) ?? Check.Ids(command.BeliefIds, "beliefIds"),
        new SetbackInterpreted(
            command.Id,
            command.Reading,
            command.Text,
            command.Supports,
            command.BeliefIds ?? [],
            command.SourceId,
            command.AimId,
            command.OccurredAt ?? now),
        now);
}
