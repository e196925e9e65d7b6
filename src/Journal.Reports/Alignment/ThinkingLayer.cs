using Journal.Decisions;
using Journal.Facts;
using Journal.Reports.Causes;
using Journal.Reports.Metrics;
using Journal.Reports.Thinking;
using Journal.Reports.Weeks;

namespace Journal.Reports.Alignment;

/// <summary>
/// Thinking: the mean of what is known of decisions within their standard, of how little was gone over again, and of congruence. A decision is judged once:
/// in the week it was made in, or, where it was not made by then, in the week its standard ran out, as a breach; so a later record never changes an
/// earlier week. Passes count in each week with a review or the choice, as they stood at the end of it.
/// </summary>
/// <remarks>Sorted in one pass over the facts; a week then costs what it holds.</remarks>
internal sealed class ThinkingLayer
{
    private readonly ILookup<IsoWeek, JudgedDecision> decisions;
    private readonly ILookup<IsoWeek, JudgedDecision> passes;
    private readonly ILookup<IsoWeek, ThinkingRecord> said;

    public ThinkingLayer(JournalFacts facts, Guid? aim, DateOnly last, IRules rules)
    {
        var standards = new DecisionStandards(facts.Of<StandardFact>(), rules);
        var opened = facts.Of<DecisionFact>().Where(decision => aim is null || decision.AimId == aim).ToList();
        decisions = opened.Select(decision => Against(decision, standards.Deadline(decision))).OfType<JudgedDecision>().Where(one => one.At.By(last)).ToLookup(one => one.Week);
        passes = opened.SelectMany(decision => Reviewed(decision, last)).ToLookup(one => one.Week);
        said = Congruence.Said(facts, aim).Where(one => one.Day <= last).ToLookup(one => IsoWeek.Of(one.Day));
    }

    /// <summary>The weeks it says something of, in no order.</summary>
    public IEnumerable<IsoWeek> Weeks => decisions.Concat<IGrouping<IsoWeek, object>>(passes).Concat(said).Select(week => week.Key);

    /// <summary>What a week is judged by.</summary>
    public ThinkingRecords Recorded(IsoWeek week) => new([.. decisions[week]], [.. passes[week]], [.. said[week]]);

    public static LayerScore Of(ThinkingRecords records, IRules rules)
    {
        var (judged, reviewed, thoughts) = (records.Judged, records.Reviewed, records.Said);
        return LayerScore.MeanOf(
            [
                ("withinStandard", judged.Length == 0 ? null : judged.Average(one => one.Value)),
                ("fewPasses", reviewed.Length == 0 ? null : reviewed.Average(one => 1 - Math.Min(1, one.Value / rules[DecisionMetrics.ManyPasses]))),
                ("congruence", thoughts.Length == 0 ? null : (double)thoughts.Count(one => one.Supports == true) / thoughts.Length),
            ],
            judged.Length + reviewed.Length + thoughts.Length,
            [.. judged.Concat(reviewed).SelectMany(one => one.Decision.Events), .. thoughts.SelectMany(one => one.Events)],
            "decisions, their reviews, or interpretations");
    }

    private static JudgedDecision? Against(DecisionFact decision, DateTimeOffset deadline)
    {
        var first = decision.Turns.FirstOrDefault(turn => turn.Kind is TurnKind.Made or TurnKind.Dropped);
        return first switch
        {
            { Kind: TurnKind.Dropped } when first.At <= deadline => null,
            not null when first.At <= deadline => new(decision, first.At, 1),
            _ => new(decision, deadline.ToOffset(decision.OccurredAt.Offset), 0),
        };
    }

    private static List<JudgedDecision> Reviewed(DecisionFact decision, DateOnly last)
    {
        var since = 0;
        var states = new SortedDictionary<IsoWeek, JudgedDecision>();
        foreach (var review in decision.Reviews.Where(review => review.At.By(last)))
        {
            since = review.NewFact ? 0 : since + 1;
            var state = new JudgedDecision(decision, review.At, since);
            states[state.Week] = state;
        }

        if (decision.FirstMadeAt is { } made && made.By(last))
        {
            var state = new JudgedDecision(decision, made, DecisionMetrics.PassesOf(decision, made));
            states.TryAdd(state.Week, state);
        }

        return [.. states.Values];
    }
}

/// <summary>What the thinking of one week is judged by.</summary>
/// <param name="Judged">Decisions against their standard: 1 within it, 0 past it.</param>
/// <param name="Reviewed">Decisions with the passes without a new fact up to then.</param>
/// <param name="Said">What says whether it supports the aim.</param>
internal sealed record ThinkingRecords(JudgedDecision[] Judged, JudgedDecision[] Reviewed, ThinkingRecord[] Said)
{
    /// <summary>Whether others are the same.</summary>
    public bool Are(ThinkingRecords others) =>
        Judged.AsSpan().SequenceEqual(others.Judged) && Reviewed.AsSpan().SequenceEqual(others.Reviewed) && Said.AsSpan().SequenceEqual(others.Said);
}

/// <summary>What a decision counts as in the week of a moment.</summary>
internal sealed record JudgedDecision(DecisionFact Decision, DateTimeOffset At, double Value)
{
    public IsoWeek Week => IsoWeek.Of(DateOnly.FromDateTime(At.DateTime));
}
