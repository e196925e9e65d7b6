using Journal.Beliefs;
using Journal.Practices;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <summary>The weeks of alignment with what they rest on; one that still rests on the same as before is not worked out again.</summary>
internal sealed record AlignmentWeeks(IReadOnlyDictionary<IsoWeek, KnownWeek> Known)
{
    /// <summary>The weeks of a view, oldest first, up to that of its last day.</summary>
    public static AlignmentWeeks Of(ReportView view) => view.Part(Find);

    private static AlignmentWeeks Find(ReportView view)
    {
        var (facts, practices, request) = (view.Facts, view.Practices, view.Request);
        var covered = practices.Select(practice => practice.Practice.Id).ToHashSet();
        var byWeek = practices.SelectMany(practice => practice.Weeks, (practice, week) => new WeekOfPractice(practice.Practice, week)).ToLookup(one => one.Week.Week);
        var outcomes = facts.Of<OutcomeFact>().Where(outcome => outcome.Day <= request.Last && covered.Contains(outcome.PracticeId)).ToLookup(outcome => IsoWeek.Of(outcome.Day));
        var beliefs = facts.Of<BeliefFact>().Where(belief => view.Serves(belief.AimId)).ToList();
        var ids = beliefs.Select(belief => belief.Id).ToHashSet();
        var evidence = facts.Of<EvidenceFact>().Where(one => ids.Contains(one.BeliefId)).ToLookup(one => IsoWeek.Of(one.Day));
        var thinking = new ThinkingLayer(facts, request.Aim, request.Last, view);
        var days = byWeek.Select(week => week.Key.Monday).Concat(evidence.SelectMany(week => week).Select(one => one.Day)).Concat(thinking.Weeks.Select(week => week.Monday))
            .Where(day => day <= request.Last).ToList();
        if (days.Count == 0)
        {
            return new(new Dictionary<IsoWeek, KnownWeek>());
        }

        var first = IsoWeek.Of(request.From is { } from && from > days.Min() ? from : days.Min());
        return ReportCache.Next<AlignmentWeeks>(facts, request.Aim ?? Guid.Empty, before => new(IsoWeek.Range(first, IsoWeek.Of(request.Last)).ToDictionary(week => week, week =>
        {
            var recorded = BeliefLayer.Recorded(week, beliefs, evidence[week]);
            return KnownWeek.Of(week, new(recorded.Beliefs, recorded.Evidence, thinking.Recorded(week), [.. byWeek[week]], [.. outcomes[week]]), view, before?.Known.GetValueOrDefault(week));
        })));
    }
}

/// <summary>A week of alignment with all that it was worked out from.</summary>
internal sealed record KnownWeek(LayerRecords Records, RulesRead Rules, AlignmentWeek Week)
{
    private const string Share = "share";

    /// <summary>The week in figures.</summary>
    public IReadOnlyList<Figure> Figures => field ??= [.. Shown()];

    public static KnownWeek Of(IsoWeek week, LayerRecords records, IRules rules, KnownWeek? before)
    {
        if (before is not null && before.Records.Are(records) && before.Rules.AreThoseOf(rules))
        {
            return before;
        }

        var read = new RulesBeingRead(rules);
        var worked = AlignmentWeek.Of(week, records, read);
        return new(records, read.Read(), worked);
    }

    private IEnumerable<Figure> Shown()
    {
        // A week is judged by what the practice asked for, so its own events belong to the figure, and stand alone where silence was a miss.
        List<Guid> practices = [.. Records.Practices.Where(one => one.Week.Adherence is not null).SelectMany(one => one.Practice.Events)];
        yield return Of("belief", "Belief", Week.Belief, []);
        yield return Of("thinking", "Thinking", Week.Thinking, []);
        yield return Of("execution", "Execution", Week.Execution, practices);
        var (n, events) = (Week.Layers.Sum(layer => layer.N), practices.Concat(Week.Layers.SelectMany(layer => layer.Events)));
        yield return Of("alignment", "Alignment", Week.Alignment is { } score ? Measure.Of(score, n, events) : Measure.Missing("records of at least two layers", n, events));
    }

    private Figure Of(string name, string label, LayerScore layer, IEnumerable<Guid> practices) =>
        Of(name, label, layer.Score is { } score ? Measure.Of(score, layer.N, practices.Concat(layer.Events)) : Measure.Missing(layer.Missing ?? "records", layer.N, layer.Events));

    private Figure Of(string name, string label, Measure measure) => Figure.Of(name, label, Share, measure, null, Week.Start, Week.Start.AddDays(6));
}

/// <summary>A practice and one week of it.</summary>
internal readonly record struct WeekOfPractice(PracticeFact Practice, PracticeWeek Week);

/// <summary>What the layers of one week are worked out from.</summary>
/// <param name="Beliefs">Those that the evidence of the week speaks to and that were active then.</param>
/// <param name="Evidence">For and against them, belief by belief.</param>
/// <param name="Practices">The week of each practice.</param>
/// <param name="Outcomes">Of those practices.</param>
internal sealed record LayerRecords(BeliefFact[] Beliefs, EvidenceFact[] Evidence, ThinkingRecords Thinking, WeekOfPractice[] Practices, OutcomeFact[] Outcomes)
{
    /// <summary>Whether others are the same.</summary>
    public bool Are(LayerRecords others) =>
        Beliefs.AsSpan().SequenceEqual(others.Beliefs) && Evidence.AsSpan().SequenceEqual(others.Evidence) && Thinking.Are(others.Thinking)
        && Practices.AsSpan().SequenceEqual(others.Practices) && Outcomes.AsSpan().SequenceEqual(others.Outcomes);
}
