using Journal.Reports.Causes;

namespace Journal.Reports.Beliefs;

/// <summary>
/// Stated against lived: how strongly a belief is held, less the share of its evidence that supports it. From the rules' <c>divergence</c> on, with at
/// least <c>divergenceEvidence</c> pieces of evidence, the difference is shown.
/// </summary>
internal static class DivergenceSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        foreach (var ledger in ledgers.Where(ledger => ledger.Active))
        {
            var share = ledger.Functional;
            builder.Add("functional", "share of the evidence that supports it", "share", share, ledger.Belief.Id);
            if (ledger.N < view.Rules.DivergenceEvidence)
            {
                builder.Insufficient("divergence", $"{ledger.N} of at least {view.Rules.DivergenceEvidence} linked pieces of evidence", ledger.N, ledger.Events, ledger.Belief.Id);
                continue;
            }

            var gap = ledger.Strength - share.Value!.Value;
            builder.Add("divergence", "stated strength less supporting share", "share", Measure.Of(gap, ledger.N, ledger.Events), ledger.Belief.Id);
            var words = $"held at {Text.Percent(ledger.Strength)}; {ledger.Contradicting.Count} of {ledger.N} linked records contradict it.";
            builder.Judge(
                "divergence",
                gap >= view.Rules.Divergence - 1e-9,
                $"Stated and lived differ: {words}",
                $"Stated and lived do not differ by more than the rules allow: {words}",
                ledger.N, ledger.Events, ledger.Belief.Id);
        }
    }
}
