using Journal.Analysis.Calibration;
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

/// <summary>What beliefs predicted, and how the stated probabilities turned out (Brier score: 0 is perfect, 0.25 is saying one half always).</summary>
internal static class PredictionSection
{
    public static void Write(ReportView view, ReportBuilder builder, IReadOnlyList<BeliefLedger> ledgers)
    {
        builder.Add("brier", "mean squared distance of stated probabilities from what came", "score", Score(view, ledgers));
        foreach (var ledger in ledgers.Where(ledger => ledger.Belief.Predictions.Count > 0))
        {
            builder.Add("brier", "mean squared distance of its stated probabilities from what came", "score", Score(view, [ledger]), ledger.Belief.Id);
        }

        builder.Add(new Table(
            "predictions",
            "What beliefs predicted",
            ["belief", "stated", "probability", "due", "state", "scored"],
            [.. ledgers.SelectMany(ledger => ledger.Belief.Predictions.Where(one => DateOnly.FromDateTime(one.At.DateTime) <= view.Last).Select(one => Line(ledger, one, view.Last)))]));
    }

    private static Measure Score(ReportView view, IReadOnlyList<BeliefLedger> ledgers)
    {
        var scored = ledgers
            .SelectMany(ledger => ledger.Belief.Predictions.Where(one => one.Probability is not null && IsScored(one, view.Last)).Select(one => (ledger.Belief, one)))
            .ToList();
        return scored.Count == 0
            ? Measure.Missing("predictions with a probability that were scored")
            : Measure.Of(
                BrierScore.Of([.. scored.Select(one => one.one.Probability!.Value)], [.. scored.Select(one => one.one.CameTrue == true)]),
                scored.Count,
                scored.SelectMany(one => one.Belief.Events));
    }

    private static Row Line(BeliefLedger ledger, Prediction one, DateOnly last) => new(
        [
            ledger.Belief.Text,
            Text.Day(one.At),
            Text.Cell(one.Probability),
            Text.Day(one.DueAt),
            IsScored(one, last) ? one.CameTrue == true ? "cameTrue" : "didNotCome" : one.DueAt is { } due && DateOnly.FromDateTime(due.DateTime) < last ? "due" : "open",
            IsScored(one, last) ? Text.Day(one.ScoredAt) : null,
        ],
        ledger.Belief.Id,
        ledger.Belief.Events);

    private static bool IsScored(Prediction one, DateOnly last) => one.ScoredAt is { } at && DateOnly.FromDateTime(at.DateTime) <= last;
}
