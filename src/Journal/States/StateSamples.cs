using Journal.Recording;

namespace Journal.States;

/// <summary>How a person is, at one moment. Ratings run from 1 (none) to 7; what was not asked is null.</summary>
/// <param name="Enforcement">From -3 (it carries me) through 0 to +3 (I force myself).</param>
public sealed record StateSampled(
    Guid SampleId,
    int? Energy,
    int? Motivation,
    int? Confidence,
    int? Doubt,
    int? Frustration,
    int? Enforcement,
    DateTimeOffset OccurredAt) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SampleId;
}

[Route("states", "Says how one is at a moment: energy, motivation, confidence, doubt, frustration (1 to 7), enforcement (-3 to 3).", Verb = "sample")]
public sealed record SampleState(
    int? Energy = null,
    int? Motivation = null,
    int? Confidence = null,
    int? Doubt = null,
    int? Frustration = null,
    int? Enforcement = null) : Command;

public static class SampleDecider
{
    public static Verdict Decide(SampleState command, Observation<StateSampled>? sample, DateTimeOffset now) => Observing.Once(
        "state",
        sample,
        Check.Rating(command.Energy, "energy")
            ?? Check.Rating(command.Motivation, "motivation")
            ?? Check.Rating(command.Confidence, "confidence")
            ?? Check.Rating(command.Doubt, "doubt")
            ?? Check.Rating(command.Frustration, "frustration")
            ?? Check.Rating(command.Enforcement, "enforcement", -3, 3)
            ?? Empty(command),
        new StateSampled(
            command.Id,
            command.Energy,
            command.Motivation,
            command.Confidence,
            command.Doubt,
            command.Frustration,
            command.Enforcement,
            command.OccurredAt ?? now),
        now);

    private static Refusal? Empty(SampleState command) =>
        command is { Energy: null, Motivation: null, Confidence: null, Doubt: null, Frustration: null, Enforcement: null }
            ? Refusal.Invalid("state.empty", "Give at least one of energy, motivation, confidence, doubt, frustration, enforcement.")
            : null;
}
