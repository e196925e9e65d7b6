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
        this with { All = [.. All.Where(fact => moment.Includes(fact.OccurredAt)).Select(fact => fact.Until(moment))] };
}
