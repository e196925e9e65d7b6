using System.Text.Json.Serialization;
using Journal.Beliefs;
using Journal.Practices;
using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <summary>How one layer stands in one week.</summary>
/// <param name="Score">0 to 1; null when there is too little to say.</param>
/// <param name="N">How many records it rests on.</param>
/// <param name="Parts">The figures it is the mean of, by name; only those that are known.</param>
/// <param name="Missing">What would have to be recorded before there is a score; null where there is one.</param>
/// <param name="Events">The events it came from.</param>
public sealed record LayerScore(
    double? Score,
    int N,
    [property: JsonConverter(typeof(NamedFiguresJson))] IReadOnlyDictionary<string, double> Parts,
    string? Missing,
    [property: JsonConverter(typeof(EventIdsJson))] IReadOnlyList<Guid> Events)
{
    internal static LayerScore Insufficient(string missing) => new(null, 0, new SortedDictionary<string, double>(), missing, []);

    internal static LayerScore MeanOf(IEnumerable<(string Name, double? Value)> parts, int n, IEnumerable<Guid> events, string missing)
    {
        var known = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, value) in parts)
        {
            if (value is { } score)
            {
                known.Add(name, Math.Round(score, 4));
            }
        }

        return known.Count == 0
            ? Insufficient(missing)
            : new(Math.Round(known.Values.Average(), 4), n, known, null, [.. events.Distinct()]);
    }
}

/// <summary>
/// Belief: of the evidence linked in the week to beliefs that were active then, the share that speaks for acting on the aim, each belief weighted by
/// how strongly it was held. A belief without evidence is unknown, not neutral; one that was only inferred does not count.
/// </summary>
internal static class BeliefLayer
{
    /// <summary>What a week is judged by.</summary>
    /// <param name="beliefs">All there are.</param>
    /// <param name="linked">All evidence of the week.</param>
    public static (BeliefFact[] Beliefs, EvidenceFact[] Evidence) Recorded(IsoWeek week, IReadOnlyList<BeliefFact> beliefs, IEnumerable<EvidenceFact> linked)
    {
        var evidence = linked.ToLookup(one => one.BeliefId);
        BeliefFact[] active = evidence.Count == 0 ? []
            : [.. beliefs.Where(belief => belief.Counts && belief.Day <= week.Sunday && !EndedBefore(belief, week) && evidence.Contains(belief.Id))];
        return (active, [.. active.SelectMany(belief => evidence[belief.Id])]);
    }

    public static LayerScore Of(IReadOnlyList<BeliefFact> beliefs, IReadOnlyList<EvidenceFact> evidence)
    {
        var ledgers = beliefs
            .Select(belief => (Belief: belief, Evidence: evidence.Where(one => one.BeliefId == belief.Id).ToList()))
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

/// <summary>Execution: the mean of what is known of adherence, starts on time and starts that were finished.</summary>
internal static class ExecutionLayer
{
    public static LayerScore Of(IReadOnlyList<PracticeWeek> practices, IReadOnlyList<OutcomeFact> outcomes, IRules rules)
    {
        var known = practices.Where(week => week.Adherence is not null).ToList();
        var delays = outcomes.Where(outcome => outcome.DelayDays is not null).ToList();
        var started = outcomes.Where(outcome => outcome.StartedAt is not null).ToList();
        return LayerScore.MeanOf(
            [
                ("adherence", known.Average(week => week.Adherence)),
                ("onTime", Share(delays, outcome => outcome.DelayDays <= rules[StartMetrics.OnTimeDays])),
                ("finished", Share(started, outcome => outcome.State == OutcomeState.Finished)),
            ],
            known.Sum(week => week.Observed) + delays.Count + started.Count,
            [.. known.SelectMany(week => week.Events), .. delays.Concat(started).SelectMany(outcome => outcome.Events)],
            "outcomes of a practice on enough days of the week");
    }

    private static double? Share(List<OutcomeFact> of, Func<OutcomeFact, bool> counts) => of.Count == 0 ? null : (double)of.Count(counts) / of.Count;
}
