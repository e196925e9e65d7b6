using Journal.Beliefs;
using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Metrics;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Metrics;

public sealed class StatingAConfidence
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "M19")]
    public void The_score_is_the_mean_squared_distance_from_what_came()
    {
        var forecasts = CalibrationMetrics.Forecasts([book.Decision(0, 1, 0.9, true), book.Decision(0, 1, 0.6, false), book.Decision(0, 1, 0.8, true), book.Decision(0, 1, 0.7), book.Decision(0, 1, null, true)], []);
        var brier = CalibrationMetrics.Brier(forecasts, RuleSet.Default);
        Assert.Equal((Math.Round(0.41 / 3, 12), 3), (Math.Round(brier.Value!.Value, 12), brier.N));
    }

    [Fact]
    [Trait("capability", "M19")]
    public void Stated_seven_in_ten_and_true_half_the_time_shows_in_its_bin()
    {
        var bin = Assert.Single(CalibrationMetrics.Bins(CalibrationMetrics.Forecasts([book.Decision(0, 1, 0.7, true), book.Decision(0, 1, 0.7, false)], [])));
        Assert.Equal((2, 0.7, 0.5), (bin.Count, Math.Round(bin.Stated, 12), bin.Observed));
    }

    [Fact]
    [Trait("capability", "M19")]
    public void Predictions_of_a_belief_count_once_the_person_owns_it()
    {
        var owned = Belief(BeliefOrigin.Explicit);
        Assert.Single(CalibrationMetrics.Forecasts([], [owned]));
        Assert.Empty(CalibrationMetrics.Forecasts([], [owned with { Origin = BeliefOrigin.Inferred }]));
        Assert.Single(CalibrationMetrics.Forecasts([], [owned with { Origin = BeliefOrigin.Inferred, ConfirmedAt = At(1) }]));
    }

    private BeliefFact Belief(BeliefOrigin origin) => new()
    {
        Id = book.Id(),
        OccurredAt = At(0),
        Events = [book.Id()],
        Text = "Nobody answers",
        Scope = BeliefScope.Possible,
        Stance = BeliefStance.Limits,
        Origin = origin,
        Ratings = [new(At(0), 0.9)],
        Predictions = [new(book.Id(), At(0), 0.9, null, false, At(50)), new(book.Id(), At(0), 0.9, null, null, null)],
    };
}
