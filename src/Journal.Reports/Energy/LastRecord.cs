using Journal.Aims;
using Journal.Beliefs;
using Journal.Commitments;
using Journal.Decisions;
using Journal.Facts;
using Journal.Signals;

namespace Journal.Reports.Energy;

/// <summary>The last day anything was recorded of.</summary>
internal static class LastRecord
{
    public static DateOnly? Of(JournalFacts facts) => facts.All.Count == 0 ? null : facts.All.SelectMany(Moments).Max(moment => DateOnly.FromDateTime(moment.DateTime));

    // A fact that goes on was spoken of after it began.
    private static IEnumerable<DateTimeOffset> Moments(Fact fact) => fact switch
    {
        CommitmentFact one =>
        [
            one.OccurredAt,
            .. one.Turns.Select(turn => turn.At),
            .. one.Endings.Select(ending => ending.At),
            .. one.Reframes.Select(reframe => reframe.At),
            .. one.Codings.Select(coding => coding.At),
            .. one.Deliberations,
        ],
        DecisionFact one => [one.OccurredAt, .. one.Reviews.Select(review => review.At), .. one.Turns.Select(turn => turn.At), one.OutcomeReviewedAt ?? one.OccurredAt],
        BeliefFact one => [one.OccurredAt, .. one.Ratings.Select(rating => rating.At), .. one.Challenges, one.EndedAt ?? one.OccurredAt],
        SignalFact one => [one.OccurredAt, one.ActedAt ?? one.OccurredAt, one.DismissedAt ?? one.OccurredAt],
        AimFact one => [one.OccurredAt, one.ClosedAt ?? one.OccurredAt],
        _ => [fact.OccurredAt],
    };
}
