using Journal.Beliefs;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <summary>
/// Belief: of the evidence linked in the week to beliefs that were active then, the share that speaks for acting on the aim, each belief weighted by
/// how strongly it was held. A belief without evidence is unknown, not neutral; one that was only inferred does not count.
/// </summary>
internal static class BeliefLayer
{
    public static LayerScore Of(IsoWeek week, IReadOnlyList<BeliefFact> beliefs, ILookup<(Guid Belief, IsoWeek Week), EvidenceFact> evidence)
    {
        var ledgers = beliefs
            .Where(belief => belief.Counts && belief.Day <= week.Sunday && !EndedBefore(belief, week))
            .Select(belief => (Belief: belief, Evidence: evidence[(belief.Id, week)].ToList()))
            .Where(ledger => ledger.Evidence.Count > 0)
            .Select(ledger => (ledger.Belief, ledger.Evidence, Weight: ledger.Belief.StrengthAt(ledger.Evidence[^1].OccurredAt)))
            .Where(ledger => ledger.Weight > 0)
            .ToList();
        return LayerScore.MeanOf(
            [("evidence", ledgers.Count == 0 ? null : ledgers.Sum(ledger => ledger.Weight * Share(ledger.Belief, ledger.Evidence)) / ledgers.Sum(ledger => ledger.Weight))],
            ledgers.Sum(ledger => ledger.Evidence.Count),
            ledgers.SelectMany(ledger => ledger.Evidence.SelectMany(one => one.Events)),
            "evidence linked to an active belief");
    }

    private static bool EndedBefore(BeliefFact belief, IsoWeek week) =>
        belief.EndedAt is { } ended && DateOnly.FromDateTime(ended.DateTime) < week.Monday;

    // What contradicts a belief that limits the person speaks for acting.
    private static double Share(BeliefFact belief, List<EvidenceFact> evidence)
    {
        var serving = belief.Stance == BeliefStance.Serves ? EvidenceDirection.Supports : EvidenceDirection.Contradicts;
        return (double)evidence.Count(one => one.Direction == serving) / evidence.Count;
    }
}
