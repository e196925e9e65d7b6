using Journal.Reports.Causes;

namespace Journal.Reports.Beliefs;

/// <summary>
/// Stated against lived: how strongly a belief is held, less the share of its evidence that supports it. From the rules' <c>divergence</c> on, with at
/// least <c>divergenceEvidence</c> pieces of evidence, the difference is shown.
/// </summary>
internal static class DivergenceSection
{
    public static readonly Rule Divergence = new("divergence", 0.30, 0, 1, "How far, 0 to 1, the stated strength of a belief lies above its share of supporting evidence before that is shown as a divergence.");
    public static readonly WholeRule DivergenceEvidence = new("divergenceEvidence", 5, 1, 1000, "Pieces of evidence below which nothing is said of a divergence.");

    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        foreach (var ledger in ledgers.Where(ledger => ledger.Active))
        {
            var share = ledger.Functional;
            builder.Add("functional", "share of the evidence that supports it", "share", share, ledger.Belief.Id);
            if (ledger.N < view[DivergenceEvidence])
            {
                builder.Insufficient("divergence", $"{ledger.N} of at least {view[DivergenceEvidence]} linked pieces of evidence", ledger.N, ledger.Events, ledger.Belief.Id);
                continue;
            }

            var gap = ledger.Strength - share.Value!.Value;
            builder.Add("divergence", "stated strength less supporting share", "share", Measure.Of(gap, ledger.N, ledger.Events), ledger.Belief.Id);
            var words = $"held at {Text.Percent(ledger.Strength)}; {ledger.Contradicting.Count} of {ledger.N} linked records contradict it.";
            builder.Judge(
                "divergence",
                gap >= view[Divergence] - 1e-9,
                $"Stated and lived differ: {words}",
                $"Stated and lived do not differ by more than the rules allow: {words}",
                ledger.N, ledger.Events, ledger.Belief.Id);
        }
    }
}
