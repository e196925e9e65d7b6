using Journal.Facts;

namespace Journal.Decisions;

public sealed record RankingFact : Fact
{
    /// <summary>The first matters most.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    public Guid? AimId { get; init; }

    public override string Kind => "ranking";

    internal static RankingFact? Fold(RankingFact? fact, object e, Guid id) => (fact, e) switch
    {
        (null, PrioritiesRanked ranked) => new() { Id = ranked.RankingId, OccurredAt = ranked.OccurredAt, Events = [id], Items = ranked.Items, AimId = ranked.AimId },
        _ => fact,
    };
}
