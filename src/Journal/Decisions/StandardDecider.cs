using Journal.Recording;

namespace Journal.Decisions;

[Route("standards", "Sets a standard.", Verb = "set")]
public sealed record SetDecisionStandard(double Hours, string? Class = null) : Command;

public static class StandardDecider
{
    private const double MostHours = 10 * 366 * 24;

    public static Verdict Decide(SetDecisionStandard command, Observation<DecisionStandardSet>? standard, DateTimeOffset now) => Observing.Once(
        "standard",
        standard,
        Check.OptionalTitle(command.Class, "class") ?? Hours(command.Hours),
        new DecisionStandardSet(command.Id, command.Class, command.Hours, command.OccurredAt ?? now),
        now);

    private static Refusal? Hours(double hours) =>
        hours is > 0 and <= MostHours ? null : Refusal.Invalid("hours.range", $"hours is a number above 0, up to {MostHours} (ten years).");
}
