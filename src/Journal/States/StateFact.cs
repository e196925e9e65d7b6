using Journal.Facts;

namespace Journal.States;

[Subject("state", "states", "How the person is, at one moment.", typeof(StateSampled), Daily = true)]
public sealed record StateFact : Fact, IFact<StateFact>
{
    public int? Energy { get; init; }

    public int? Motivation { get; init; }

    public int? Confidence { get; init; }

    public int? Doubt { get; init; }

    public int? Frustration { get; init; }

    public int? Enforcement { get; init; }

    /// <summary>What was rated elsewhere, each on its own scale; null for none.</summary>
    public IReadOnlyList<ScaledRating>? Ratings { get; init; }

    public static StateFact? Fold(StateFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, StateSampled sampled) => new()
        {
            Id = sampled.SampleId,
            OccurredAt = sampled.OccurredAt,
            Events = [id],
            Energy = sampled.Energy,
            Motivation = sampled.Motivation,
            Confidence = sampled.Confidence,
            Doubt = sampled.Doubt,
            Frustration = sampled.Frustration,
            Enforcement = sampled.Enforcement,
            Ratings = sampled.Ratings,
        },
        _ => fact,
    };
}
