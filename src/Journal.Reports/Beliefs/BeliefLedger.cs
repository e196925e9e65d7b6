using Journal.Beliefs;
using Journal.Reports.Causes;

namespace Journal.Reports.Beliefs;

/// <summary>A belief that counts, with the evidence linked to it within the window.</summary>
internal sealed record BeliefLedger(BeliefFact Belief, IReadOnlyList<EvidenceFact> Supporting, IReadOnlyList<EvidenceFact> Contradicting, bool Active)
{
    public int N => Supporting.Count + Contradicting.Count;

    public IEnumerable<Guid> EvidenceEvents => Supporting.Concat(Contradicting).SelectMany(one => one.Events);

    public IEnumerable<Guid> Events => [.. Belief.Events, .. EvidenceEvents];

    /// <summary>How strongly it was held on the last day, or when it ended.</summary>
    public double Strength => Belief.Ratings[^1].Strength;

    public string Status => Active ? "active" : Belief.ReplacedBy is null ? "retired" : "replaced";

    /// <summary>Share of its evidence that supports it, with its interval.</summary>
    public Measure Functional => Measure.Proportion(Supporting.Count, N, EvidenceEvents, "evidence linked to this belief");

    /// <summary>Every belief that counts and that the aim asked for covers, the old ones too, in the order they were stated.</summary>
    public static IReadOnlyList<BeliefLedger> Of(ReportView view)
    {
        var evidence = view.Within<EvidenceFact>().ToLookup(one => one.BeliefId);
        return
        [
            .. view.All<BeliefFact>()
                .Where(belief => belief.Counts && belief.Day <= view.Last && view.Serves(belief.AimId))
                .Select(belief => new BeliefLedger(
                    belief with { Ratings = [belief.Ratings[0], .. belief.Ratings.Skip(1).Where(rating => DateOnly.FromDateTime(rating.At.DateTime) <= view.Last)] },
                    [.. evidence[belief.Id].Where(one => one.Direction == EvidenceDirection.Supports)],
                    [.. evidence[belief.Id].Where(one => one.Direction == EvidenceDirection.Contradicts)],
                    belief.IsActive(view.Last))),
        ];
    }
}
