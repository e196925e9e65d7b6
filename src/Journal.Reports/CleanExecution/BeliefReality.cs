using Journal.Analysis.Calibration;
using Journal.Beliefs;
using Journal.Reports.Metrics;
using Journal.Reports.Work;

namespace Journal.Reports.CleanExecution;

/// <summary>Whether belief matches reality (C153): stated probabilities against what came (M19), and linked evidence for against evidence against.</summary>
internal static class BeliefReality
{
    public static void Write(WorkRecords work, ReportBuilder builder)
    {
        var beliefs = work.View.All<BeliefFact>().Where(belief => belief.Counts && work.View.Serves(belief.AimId)).ToList();
        var (brier, support) = (Brier(beliefs, work), Support(beliefs, work));
        builder.Add("belief.brier", "Brier score of scored predictions", "0 to 1", brier);
        builder.Add("belief.support", "Share of linked evidence that supports the belief", "share", support);
        List<Guid> events = [.. brier.Events, .. support.Events];
        if (brier.Value is not { } score || support.Value is not { } share)
        {
            builder.Insufficient("beliefMatchesReality", string.Join("; ", new[] { brier, support }.Where(one => one.Value is null).Select(one => one.Insufficient!["insufficient data: ".Length..])), brier.N + support.N, events);
            return;
        }

        var sentence = $"Predictions score {Phrase.Number(score)} (0 is perfect) and {Phrase.Percent(share)} of the evidence supports the beliefs";
        if (score <= work.View.Rules.CalibratedScore && share >= 0.5)
        {
            builder.Found("beliefMatchesReality", $"{sentence}: belief matches what the records show.", brier.N + support.N, events);
        }
        else
        {
            builder.NotFound("beliefMatchesReality", $"{sentence}: belief and records differ.", brier.N + support.N, events);
        }
    }

    private static Measure Brier(List<BeliefFact> beliefs, WorkRecords work)
    {
        var scored = beliefs
            .SelectMany(belief => belief.Predictions, (belief, prediction) => (belief, prediction))
            .Where(one => one.prediction is { CameTrue: not null, Probability: not null, ScoredAt: { } at } && work.View.Covers(at))
            .ToList();
        var events = scored.SelectMany(one => one.belief.Events);
        return scored.Count < work.View.Rules.Fewest
            ? Measure.Missing($"at least {work.View.Rules.Fewest} scored predictions with a probability", scored.Count, events)
            : Measure.Of(
                BrierScore.Of([.. scored.Select(one => one.prediction.Probability!.Value)], [.. scored.Select(one => one.prediction.CameTrue!.Value)]),
                scored.Count,
                events);
    }

    private static Measure Support(List<BeliefFact> beliefs, WorkRecords work)
    {
        var ids = beliefs.Select(belief => belief.Id).ToHashSet();
        var evidence = work.View.Within<EvidenceFact>().Where(one => ids.Contains(one.BeliefId)).ToList();
        var events = evidence.SelectMany(one => one.Events);
        return evidence.Count < work.View.Rules.Fewest
            ? Measure.Missing($"at least {work.View.Rules.Fewest} pieces of linked evidence", evidence.Count, events)
            : Measure.Of((double)evidence.Count(one => one.Direction == EvidenceDirection.Supports) / evidence.Count, evidence.Count, events);
    }
}
