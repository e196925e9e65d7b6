using Journal.Recording;

namespace Journal.Decisions;

[Route("standards", "Sets a standard.", Verb = "set")]
public sealed record SetDecisionStandard(double Hours, string? Class = null) : Command;

public static class StandardDecider
{
    public static Verdict Decide(SetDecisionStandard command, Observation<DecisionStandardSet>? standard, DateTimeOffset now) => Observing.Once(
        "standard",
        standard,
        new DecisionStandardSet(command.Id, command.Class, command.Hours, command.OccurredAt ?? now),
        now);
}
