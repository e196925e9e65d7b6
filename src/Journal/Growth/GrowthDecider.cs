using Journal.Recording;

namespace Journal.Growth;

[Route("amplifiers", "Records an amplifier.", Verb = "apply")]
public sealed record ApplyAmplifier(AmplifierKind Kind, string? Title = null, Guid? ProcessId = null, Guid? AimId = null) : Command
{
    public override IEnumerable<Reference> References() => [.. Reference.To("process", ProcessId), .. Reference.To("aim", AimId)];
}

[Route("loads", "Records the load.", Verb = "observe")]
public sealed record ObserveLoad(
    int? TeamSize = null,
    int? Messages = null,
    int? Opportunities = null,
    int? Visibility = null,
    int? Pressure = null,
    int? Expectation = null) : Command;

public static class GrowthDecider
{
    public static Verdict Decide(ApplyAmplifier command, Observation<AmplifierApplied>? amplifier, DateTimeOffset now) => Observing.Once(
        "amplifier",
        amplifier,
        Check.Known<AmplifierKind>(command.Kind, "kind") ?? Check.OptionalTitle(command.Title),
        new AmplifierApplied(command.Id, command.Kind, command.Title, command.ProcessId, command.AimId, command.OccurredAt ?? now),
        now);

    public static Verdict Decide(ObserveLoad command, Observation<LoadObserved>? load, DateTimeOffset now) => Observing.Once(
        "load",
        load,
        Check.Count(command.TeamSize, "teamSize")
            ?? Check.Count(command.Messages, "messages")
            ?? Check.Count(command.Opportunities, "opportunities")
            ?? Check.Rating(command.Visibility, "visibility")
            ?? Check.Rating(command.Pressure, "pressure")
            ?? Check.Rating(command.Expectation, "expectation")
            ?? Empty(command),
        new LoadObserved(
            command.Id,
            command.TeamSize,
            command.Messages,
            command.Opportunities,
            command.Visibility,
            command.Pressure,
            command.Expectation,
            command.OccurredAt ?? now),
        now);

    private static Refusal? Empty(ObserveLoad command) =>
        command is { TeamSize: null, Messages: null, Opportunities: null, Visibility: null, Pressure: null, Expectation: null }
            ? Refusal.Invalid("load.empty", "Give at least one of teamSize, messages, opportunities, visibility, pressure, expectation.")
            : null;
}
