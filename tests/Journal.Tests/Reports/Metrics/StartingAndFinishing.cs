using Journal.Commitments;
using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Metrics;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Metrics;

public sealed class StartingAndFinishing
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "M4")]
    [Trait("capability", "C37")]
    public void Planned_for_9_and_started_at_11_30_is_150_minutes_and_what_never_started_is_censored()
    {
        CommitmentFact[] commitments = [book.Commitment(9, 11.5), book.Commitment(33, 35.5), book.Commitment(57)];
        var delay = StartMetrics.OnsetDelay(commitments, [], At(240), RuleSet.Default);
        Assert.Equal((150.0, 3), (delay.Value, delay.N));
    }

    [Fact]
    [Trait("capability", "M4")]
    public void What_was_missed_without_a_start_waits_to_the_end_so_that_it_does_not_shorten_the_median()
    {
        CommitmentFact[] commitments = [book.Commitment(9, 10), book.Commitment(9, ended: OutcomeState.Missed, at: 9.5), book.Commitment(9, ended: OutcomeState.Missed, at: 9.5), book.Commitment(9, 12)];
        Assert.Equal(180, StartMetrics.OnsetDelay(commitments, [], At(240), RuleSet.Default).Value);
    }

    [Fact]
    [Trait("capability", "M4")]
    public void What_was_excused_or_is_not_due_yet_or_has_no_recorded_start_is_left_out()
    {
        CommitmentFact[] commitments = [book.Commitment(9, ended: OutcomeState.Skipped), book.Commitment(500), book.Commitment(9, ended: OutcomeState.Finished)];
        Assert.Equal((null, 0), (StartMetrics.OnsetDelay(commitments, [], At(240), RuleSet.Default).Value, StartMetrics.OnsetDelay(commitments, [], At(240), RuleSet.Default).N));
    }

    [Fact]
    [Trait("capability", "M4")]
    public void Outcomes_of_a_practice_count_with_their_plan_and_start()
    {
        var outcomes = book.Days(book.Practice(), "xxo", with: one => one with { PlannedAt = one.OccurredAt, StartedAt = one.State == OutcomeState.Finished ? one.OccurredAt.AddHours(1) : null });
        Assert.Equal(60, StartMetrics.OnsetDelay([], outcomes, At(240), RuleSet.Default).Value);
        Assert.Equal(2.0 / 3, StartMetrics.OnTime([], outcomes, At(240), RuleSet.Default).Value!.Value, 12);
    }

    [Fact]
    [Trait("capability", "M4")]
    public void A_start_within_twelve_hours_is_on_time_and_one_that_may_still_be_is_not_judged()
    {
        CommitmentFact[] commitments = [book.Commitment(0, 12), book.Commitment(0, 13), book.Commitment(0), book.Commitment(99, 98), book.Commitment(99)];
        var onTime = StartMetrics.OnTime(commitments, [], At(100), RuleSet.Default);
        Assert.Equal((0.5, 4), (onTime.Value, onTime.N));
    }

    [Fact]
    [Trait("capability", "M5")]
    [Trait("capability", "C38")]
    public void Eight_started_of_which_five_done_and_one_in_its_grace_is_five_of_seven()
    {
        CommitmentFact[] commitments =
        [
            .. Enumerable.Range(0, 5).Select(_ => book.Commitment(0, 1, OutcomeState.Finished)),
            book.Commitment(0, 1), book.Commitment(0, 1, OutcomeState.Missed), book.Commitment(200, 201), book.Commitment(0), book.Commitment(0, 1, OutcomeState.Skipped),
        ];
        var ratio = FinishMetrics.FinishRatio(commitments, [], At(240), RuleSet.Default);
        Assert.Equal((5.0 / 7, 7), (ratio.Value, ratio.N));
    }

    [Fact]
    [Trait("capability", "M5")]
    public void The_due_time_counts_before_the_plan()
    {
        CommitmentFact[] commitments = [.. Enumerable.Range(0, 3).Select(_ => book.Commitment(0, 1, with: one => one with { DueAt = At(200) }))];
        Assert.Equal(0, FinishMetrics.FinishRatio(commitments, [], At(240), RuleSet.Default).N);
        Assert.Equal((0.0, 3), (FinishMetrics.FinishRatio(commitments, [], At(273), RuleSet.Default).Value, FinishMetrics.FinishRatio(commitments, [], At(273), RuleSet.Default).N));
    }

    [Fact]
    [Trait("capability", "M15")]
    public void Three_reframes_of_four_due_commitments_are_three_quarters()
    {
        var three = book.Commitment(0, with: one => one with { Reframes = [.. Enumerable.Range(1, 3).Select(hour => new Reframe(At(hour), Reframing.Postpone, null, false, null, null))] });
        Assert.Equal(0.75, FinishMetrics.Reframes([three, book.Commitment(0), book.Commitment(0), book.Commitment(0), book.Commitment(500)], At(240), RuleSet.Default).Value);
    }

    [Fact]
    [Trait("capability", "M13")]
    public void Friction_is_the_mean_effort_of_small_actions_only()
    {
        CommitmentFact[] commitments = [Rated(10, 5), Rated(15, 6), Rated(5, 7), Rated(60, 1), book.Commitment(0, 1, OutcomeState.Finished)];
        var friction = FrictionMetrics.Friction(commitments, [], RuleSet.Default);
        Assert.Equal((6.0, 3), (friction.Value, friction.N));
    }

    private CommitmentFact Rated(double minutes, int effort) =>
        book.Commitment(0, with: one => one with { PlannedMinutes = minutes, Endings = [new(OutcomeState.Finished, At(1), effort, null, null, HasReason: false)] });
}
