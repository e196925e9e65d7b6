using Journal.Domain.Observations;

namespace Journal.Domain.Thinking;

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
