using Journal.Analysis.Calibration;
using Journal.Beliefs;
using Journal.Reports.Causes;

namespace Journal.Reports.Beliefs;

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
