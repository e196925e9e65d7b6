using Journal.Facts;
using Journal.Practices;
using Journal.Reports;
using Journal.Reports.Metrics;
using Journal.Tests.Reports.Effort;

namespace Journal.Tests.Reports.Metrics;

/// <summary>Worked by hand.</summary>
public sealed class CountingWhatWorkCosts
{
    private static readonly RuleSet Rules = RuleSet.Default;

    [Fact]
    public void Corrections_are_counted_per_finished_action()
    {
        var work = new RecordedWork();
        work.Commitment(0);
        work.Commitment(1, OutcomeState.Missed);
        work.Outcome(work.Practice(), 1).Outcome(work.Practice(), 2).Outcome(work.Practice(), 3).Correction(1).Correction(4);
        var rate = Of(work);
        Assert.Equal((0.5, 4), (rate.Value, rate.N));
        Assert.Equal(6, rate.Events.Count);

        static Measure Of(RecordedWork work) => CorrectionRate.Of(work.Work(6), work.Work(6).Window, Rules);
    }

    [Fact]
    public void Two_finished_actions_say_nothing_of_corrections()
    {
        var work = new RecordedWork();
        work.Commitment(0);
        work.Commitment(1);
        var rate = CorrectionRate.Of(work.Work(6), work.Work(6).Window, Rules);
        Assert.Null(rate.Value);
        Assert.Contains("at least 3 finished", rate.Insufficient, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_outcomes_that_say_so_count_for_dependency()
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        work.Outcome(practice, 0, neededOperator: true).Outcome(practice, 1, neededOperator: false).Outcome(practice, 2).Outcome(practice, 3, neededOperator: false);
        Assert.Equal((1 / 3.0, 3), Dependency(work));
    }

    [Fact]
    public void An_intervention_counts_against_its_source()
    {
        var work = new RecordedWork();
        var (one, two) = (work.Commitment(0, neededOperator: false), work.Commitment(1));
        work.Commitment(2, neededOperator: false);
        work.Run(work.Process(RecordedWork.Version(0)), 3, present: false).Intervention(5, one).Intervention(5, two).Intervention(6);
        // The first two needed it after all, and the intervention without a source stands for itself: 3 of 5.
        Assert.Equal((0.6, 5), Dependency(work));
    }

    [Theory]
    [InlineData(2, 2, 0)]
    [InlineData(3, 3, 1)]
    public void A_miss_recurs_in_a_context_from_the_third_time(int misses, int expected, int found)
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        for (var week = 0; week < 4; week++)
        {
            work.Outcome(practice, 7 * week, week < misses ? OutcomeState.Missed : OutcomeState.Finished).Outcome(practice, (7 * week) + 1);
        }

        var recurring = Recurrence.Of(work.Work(30).Outcomes, [], Rules);
        Assert.Equal(found, recurring.Count);
        Assert.All(recurring, one => Assert.Equal((practice, DayOfWeek.Monday, expected, 4), (one.Context!.Value, one.Weekday, one.Times, one.Occasions)));
    }

    [Fact]
    public void A_cause_recurs_on_any_weekday()
    {
        var work = new RecordedWork();
        var practice = work.Practice();
        work.Outcome(practice, 0, OutcomeState.Missed, cause: Cause.Capacity).Outcome(practice, 1, OutcomeState.Missed, cause: Cause.Capacity)
            .Outcome(practice, 2, OutcomeState.Missed, cause: Cause.Capacity).Outcome(practice, 3, OutcomeState.Missed, cause: Cause.Priority).Outcome(practice, 4, OutcomeState.Missed);
        var one = Assert.Single(Recurrence.Of(work.Work(6).Outcomes, [], Rules));
        Assert.Equal((Cause.Capacity, 3, 4, 3), (one.Cause, one.Times, one.Occasions, one.Events.Count));
    }

    private static (double? Value, int N) Dependency(RecordedWork work)
    {
        var measure = OperatorDependency.Of(work.Work(6), work.Work(6).Window, Rules);
        return (measure.Value, measure.N);
    }
}
