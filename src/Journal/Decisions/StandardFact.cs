using Journal.Facts;

namespace Journal.Decisions;

/// <summary>Within how many hours decisions of a class are meant to be made, from <see cref="Fact.OccurredAt"/> on.</summary>
[Subject("standard", "standards", "Within how many hours decisions of a class are meant to be made.", typeof(DecisionStandardSet), Family = "standards")]
public sealed record StandardFact : Fact, IFact<StandardFact>
{
    /// <summary>Null for every class that has none of its own.</summary>
    [Personal]
    public string? Class { get; init; }

    public required double Hours { get; init; }

    public override string? Heading => Class;

    public static StandardFact? Fold(StandardFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, DecisionStandardSet set) => new() { Id = set.StandardId, OccurredAt = set.OccurredAt, Events = [id], Class = set.Class, Hours = set.Hours },
        _ => fact,
    };
}
