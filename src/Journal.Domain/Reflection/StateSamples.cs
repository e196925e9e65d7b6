namespace Journal.Domain.Reflection;

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

public sealed record Sample(Guid Id) : IState<Sample>
{
    public static Sample Create(StateSampled e) => new(e.SampleId);

    public static Sample? Fold(Sample? state, IJournalEvent e) => (state, e) is (null, StateSampled sampled) ? Create(sampled) : state;
}

public sealed record SampleState(
    int? Energy = null,
    int? Motivation = null,
    int? Confidence = null,
    int? Doubt = null,
    int? Frustration = null,
    int? Enforcement = null) : Command;

public static class SampleDecider
{
    public static Verdict Decide(SampleState command, Sample? sample, DateTimeOffset now) =>
        (Check.Rating(command.Energy, "energy")
            ?? Check.Rating(command.Motivation, "motivation")
            ?? Check.Rating(command.Confidence, "confidence")
            ?? Check.Rating(command.Doubt, "doubt")
            ?? Check.Rating(command.Frustration, "frustration")
            ?? Check.Rating(command.Enforcement, "enforcement", -3, 3)
            ?? Check.When(command.OccurredAt, now)
            ?? Empty(command)) is { } refusal ? refusal
        : sample is not null ? Refusal.Conflict("state.exists", "This sample is already recorded.")
        : Verdict.Accept(new StateSampled(
            command.Id,
            command.Energy,
            command.Motivation,
            command.Confidence,
            command.Doubt,
            command.Frustration,
            command.Enforcement,
            command.OccurredAt ?? now));

    private static Refusal? Empty(SampleState command) =>
        command is { Energy: null, Motivation: null, Confidence: null, Doubt: null, Frustration: null, Enforcement: null }
            ? Refusal.Invalid("state.empty", "Give at least one of energy, motivation, confidence, doubt, frustration, enforcement.")
            : null;
}
