using Journal.Analysis.Calibration;
using Journal.Beliefs;
using Journal.Decisions;
using Journal.Reports.Metrics;

namespace Journal.Reports.CleanExecution;

/// <summary>What clean execution rests on: whether belief matches reality (C153), and whether thinking is decisive (C154).</summary>
internal static class CleanFoundations
{
    public static readonly Rule CalibratedScore = new("calibratedScore", 0.25, 0, 1, "Brier score, 0 to 1, up to which stated probabilities match what came.");
    public static readonly Rule DecidedShare = new("decidedShare", 0.80, 0, 1, "Share of decisions, 0 to 1, made within their standard where thinking is decisive.");

    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        Beliefs(work, builder);
        Decisions(work, builder);
    }

    /// <summary>Stated probabilities against what came (M19), and linked evidence for against evidence against.</summary>
    private static void Beliefs(WorkRecords work, ReportBuilder builder)
    {
        var beliefs = work.View.All<BeliefFact>().Where(belief => belief.Counts && work.View.Serves(belief.AimId)).ToDictionary(belief => belief.Id);
        var brier = Brier(beliefs.Values, work);
        var support = Measure.Share(
            work.View.Within<EvidenceFact>().Where(one => beliefs.ContainsKey(one.BeliefId)), one => one.Direction == EvidenceDirection.Supports, "pieces of linked evidence", work.View);
        builder.Add("belief.brier", "Brier score of scored predictions", "0 to 1", brier);
        builder.Add("belief.support", "Share of linked evidence that supports the belief", "share", support);
        var sentence = $"Predictions score {Text.Number(brier.Value)} (0 is perfect) and {Text.Percent(support.Value)} of the evidence supports the beliefs";
        builder.Judge(
            "beliefMatchesReality",
            Measure.All(string.Join("; ", new[] { brier.What, support.What }.OfType<string>()), brier, support),
            brier.Value <= work.View[CalibratedScore] && support.Value >= 0.5,
            $"{sentence}: belief matches what the records show.",
            $"{sentence}: belief and records differ.");
    }

    private static Measure Brier(IEnumerable<BeliefFact> beliefs, WorkRecords work)
    {
        var scored = beliefs
            .SelectMany(belief => belief.Predictions, (belief, prediction) => (belief, prediction))
            .Where(one => one.prediction is { CameTrue: not null, Probability: not null, ScoredAt: { } at } && work.View.Covers(at))
            .ToList();
        return Measure.OfAtLeast(
            work.View[Measure.Fewest],
            "scored predictions with a probability",
            scored.Count,
            scored.SelectMany(one => one.belief.Events),
            () => BrierScore.Of([.. scored.Select(one => one.prediction.Probability!.Value)], [.. scored.Select(one => one.prediction.CameTrue!.Value)]));
    }

    /// <summary>Decisions made within the standard of their class. One still open past it counts as late, one within it not yet.</summary>
    private static void Decisions(WorkRecords work, ReportBuilder builder)
    {
        var rules = work.View;
        var judged = work.Decisions.Select(decision => (decision.Events, Within: Within(decision, work))).Where(one => one.Within is not null).ToList();
        var events = judged.SelectMany(one => one.Events);
        var share = judged.Count < rules[Measure.Fewest]
            ? Measure.Missing($"a decision standard, and at least {rules[Measure.Fewest]} decisions under one", judged.Count, events)
            : Measure.Of((double)judged.Count(one => one.Within == true) / judged.Count, judged.Count, events);
        builder.Add("decided", "Share of decisions made within their standard", "share", share);
        var sentence = $"{Text.Percent(share.Value)} of {Text.Count(share.N, "decision")} were made within their standard.";
        builder.Judge("decisive", share, share.Value >= rules[DecidedShare], sentence, sentence);
    }

    /// <summary>Null without a standard, for one dropped or made before the window, and for one that still has time.</summary>
    private static bool? Within(DecisionFact decision, WorkRecords work)
    {
        var standards = work.View.All<StandardFact>().Where(one => one.OccurredAt <= decision.OccurredAt).ToList();
        if ((standards.FindLast(one => one.Class is not null && one.Class == decision.Class) ?? standards.FindLast(one => one.Class is null)) is not { } standard)
        {
            return null;
        }

        if (decision.FirstMadeAt is { } made)
        {
            return work.View.Covers(made) ? (made - decision.OccurredAt).TotalHours <= standard.Hours : null;
        }

        var waited = work.View.Last.AddDays(1).ToDateTime(TimeOnly.MinValue) - decision.OccurredAt.DateTime;
        return decision.Closed is null && waited.TotalHours > standard.Hours ? false : null;
    }
}
