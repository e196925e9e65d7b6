using Journal.Reports.Provenance;

namespace Journal.Reports.Facts;

/// <summary>Everything known of one person, at one position of the log.</summary>
/// <param name="Position">The last event folded in; 0 when there is none.</param>
/// <param name="All">Every fact; order does not matter.</param>
public sealed record JournalFacts(long Position, IReadOnlyCollection<Fact> All)
{
    public IEnumerable<T> Of<T>()
        where T : Fact => All.OfType<T>().OrderBy(fact => fact.OccurredAt).ThenBy(fact => fact.Id);

    /// <summary>What was true by a moment: facts that came later are left out, and what ended later had not ended.</summary>
    public JournalFacts AsOf(ValidTime moment) =>
        this with { All = [.. All.Where(fact => moment.Includes(fact.OccurredAt)).Select(fact => Until(fact, moment))] };

    private static Fact Until(Fact fact, ValidTime moment) => fact switch
    {
        AimFact { ClosedAt: { } at } aim when !moment.Includes(at) => aim with { ClosedAt = null, Ending = null },
        PracticeFact practice => practice with
        {
            DroppedAt = practice.DroppedAt is { } at && !moment.Includes(at) ? null : practice.DroppedAt,
            Cadences = [practice.Cadences[0], .. practice.Cadences.Skip(1).Where(cadence => cadence.From <= moment.Day)],
        },
        BeliefFact belief => belief with
        {
            EndedAt = belief.EndedAt is { } at && !moment.Includes(at) ? null : belief.EndedAt,
            ReplacedBy = belief.EndedAt is { } ended && !moment.Includes(ended) ? null : belief.ReplacedBy,
            Ratings = [belief.Ratings[0], .. belief.Ratings.Skip(1).Where(rating => moment.Includes(rating.At))],
        },
        InterventionFact { EndedAt: { } at } intervention when !moment.Includes(at) => intervention with { EndedAt = null },
        _ => fact,
    };
}
