using Journal.Facts;

namespace Journal.Decisions;

[Subject("ranking", "rankings", "What matters, the first most.", typeof(PrioritiesRanked), Family = "priorities")]
public sealed record RankingFact : Fact, IFact<RankingFact>
{
    /// <summary>The first matters most.</summary>
    [Personal]
    public required IReadOnlyList<string> Items { get; init; }

    public Guid? AimId { get; init; }

    public static RankingFact? Fold(RankingFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, PrioritiesRanked ranked) => new() { Id = ranked.RankingId, OccurredAt = ranked.OccurredAt, Events = [id], Items = ranked.Items, AimId = ranked.AimId },
        _ => fact,
    };
}
