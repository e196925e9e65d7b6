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

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Rating(Energy, "energy")
        ?? Check.Rating(Motivation, "motivation")
        ?? Check.Rating(Confidence, "confidence")
        ?? Check.Rating(Doubt, "doubt")
        ?? Check.Rating(Frustration, "frustration")
        ?? Check.Rating(Enforcement, "enforcement", -3, 3)
        ?? Empty()
        ?? Check.When(OccurredAt, now);

    private Refusal? Empty() =>
        this is { Energy: null, Motivation: null, Confidence: null, Doubt: null, Frustration: null, Enforcement: null }
            ? Refusal.Invalid("state.empty", "Give at least one of energy, motivation, confidence, doubt, frustration, enforcement.")
            : null;
}

[Route("states", "Says how one is at a moment: energy, motivation, confidence, doubt, frustration (1 to 7), enforcement (-3 to 3).", Verb = "sample",
    Example = """{"energy":5,"motivation":4,"doubt":2}""")]
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
}
