using System.Text.Json.Serialization;
using Journal.Recording;

namespace Journal.States;

/// <summary>How a person is, at one moment. Ratings run from 1 (none) to 7; what was not asked is null.</summary>
/// <param name="Enforcement">From -3 (it carries me) through 0 to +3 (I force myself).</param>
/// <param name="Ratings">What was rated elsewhere, each on the scale it was rated on; null for none.</param>
public sealed record StateSampled(
    Guid SampleId,
    int? Energy,
    int? Motivation,
    int? Confidence,
    int? Doubt,
    int? Frustration,
    int? Enforcement,
    DateTimeOffset OccurredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ScaledRating>? Ratings = null) : IJournalEvent
{
    Guid IJournalEvent.SubjectId => SampleId;

    Refusal? IJournalEvent.Check(DateTimeOffset now) =>
        Check.Rating(Energy, "energy")
        ?? Check.Rating(Motivation, "motivation")
        ?? Check.Rating(Confidence, "confidence")
        ?? Check.Rating(Doubt, "doubt")
        ?? Check.Rating(Frustration, "frustration")
        ?? Check.Rating(Enforcement, "enforcement", -3, 3)
        ?? Ratings?.Select(ScaledRating.Check).FirstOrDefault(refusal => refusal is not null)
        ?? Check.Rating(Ratings?.Count, "ratings", 0, 100)
        ?? Empty()
        ?? Check.When(OccurredAt, now);

    private Refusal? Empty() =>
        this is { Energy: null, Motivation: null, Confidence: null, Doubt: null, Frustration: null, Enforcement: null, Ratings: null or { Count: 0 } }
            ? Refusal.Invalid("state.empty", "Give at least one of energy, motivation, confidence, doubt, frustration, enforcement.")
            : null;
}

/// <summary>A rating of another application, or on a scale of a person's own. It is kept as it was given: no scale is made into another.</summary>
/// <param name="Name">What was rated, such as <c>mood</c>.</param>
/// <param name="Value">From <paramref name="Lowest"/> to <paramref name="Highest"/>.</param>
/// <param name="Lowest">What the scale begins with.</param>
/// <param name="Highest">What it ends with.</param>
/// <param name="Word">What the value is called there; null where it has no word.</param>
public sealed record ScaledRating(
    [property: Personal] string Name,
    double Value,
    double Lowest,
    double Highest,
    [property: Personal, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Word = null)
{
    private const double Most = 1e12;

    // A body over HTTP may hold a null in its list.
    internal static Refusal? Check(ScaledRating? rating) => rating switch
    {
        null => Refusal.Invalid("ratings.missing", "A rating is missing."),
        { Lowest: not (>= -Most and <= Most) } or { Highest: not (>= -Most and <= Most) } => Refusal.Invalid("scale.range", "A scale lies within -1e12 and 1e12."),
        { Lowest: var lowest, Highest: var highest } when lowest >= highest => Refusal.Invalid("scale.range", "A scale begins below its end."),
        { Value: var value } when !(value >= rating.Lowest && value <= rating.Highest) => Refusal.Invalid("value.range", "value lies on its scale."),
        _ => Recording.Check.Title(rating.Name, "name") ?? Recording.Check.OptionalTitle(rating.Word, "word"),
    };
}

[Route("states", "Says how one is at a moment: energy, motivation, confidence, doubt, frustration (1 to 7), enforcement (-3 to 3).", Verb = "sample",
    Example = """{"energy":5,"motivation":4,"doubt":2}""")]
public sealed record SampleState(
    int? Energy = null,
    int? Motivation = null,
    int? Confidence = null,
    int? Doubt = null,
    int? Frustration = null,
    int? Enforcement = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ScaledRating>? Ratings = null) : Command;

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
            command.OccurredAt ?? now,
            command.Ratings is { Count: > 0 } ratings ? ratings : null),
        now);
}
