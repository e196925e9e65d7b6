namespace Journal.Reports.Facts;

/// <summary>Everything known of one person, at one position of the log.</summary>
/// <param name="Position">The last event folded in; 0 when there is none.</param>
/// <param name="All">Every fact; order does not matter.</param>
public sealed record JournalFacts(long Position, IReadOnlyCollection<Fact> All)
{
    public IEnumerable<T> Of<T>()
        where T : Fact => All.OfType<T>().OrderBy(fact => fact.OccurredAt).ThenBy(fact => fact.Id);

    /// <summary>What was true on a day: facts that came later are left out, and what ended later had not ended.</summary>
    public JournalFacts AsOf(DateOnly day) => this with { All = [.. All.Where(fact => fact.Day <= day).Select(fact => Until(fact, day))] };

    private static Fact Until(Fact fact, DateOnly day) => fact switch
    {
        AimFact { ClosedAt: { } at } aim when Later(at, day) => aim with { ClosedAt = null, Ending = null },
        PracticeFact practice => practice with
        {
            DroppedAt = practice.DroppedAt is { } at && Later(at, day) ? null : practice.DroppedAt,
            Cadences = practice.Cadences.Count == 1 ? practice.Cadences : [practice.Cadences[0], .. practice.Cadences.Skip(1).Where(cadence => cadence.From <= day)],
        },
        BeliefFact belief => belief with
        {
            EndedAt = belief.EndedAt is { } at && Later(at, day) ? null : belief.EndedAt,
            ReplacedBy = belief.EndedAt is { } ended && Later(ended, day) ? null : belief.ReplacedBy,
            Ratings = belief.Ratings.Count == 1 ? belief.Ratings : [belief.Ratings[0], .. belief.Ratings.Skip(1).Where(rating => !Later(rating.At, day))],
        },
        InterventionFact { EndedAt: { } at } intervention when Later(at, day) => intervention with { EndedAt = null },
        _ => fact,
    };

    private static bool Later(DateTimeOffset at, DateOnly day) => DateOnly.FromDateTime(at.DateTime) > day;
}
