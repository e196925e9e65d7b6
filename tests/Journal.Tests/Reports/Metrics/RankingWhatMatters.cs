using Journal.Decisions;
using Journal.Facts;
using Journal.Reports;
using Journal.Reports.Metrics;
using static Journal.Tests.Reports.FactBook;

namespace Journal.Tests.Reports.Metrics;

public sealed class RankingWhatMatters
{
    private readonly FactBook book = new();

    [Fact]
    [Trait("capability", "M8")]
    [Trait("capability", "C39")]
    public void Turning_three_round_moves_three_pairs() => Assert.Equal((3.0, 1), (Churn("ABC", "CBA").Value, Churn("ABC", "CBA").N));

    [Fact]
    [Trait("capability", "M8")]
    public void Items_are_compared_without_case_and_only_where_both_have_them() => Assert.Equal(1, Churn("ABX", "bYa").Value);

    [Fact]
    [Trait("capability", "M8")]
    public void Rankings_of_different_aims_are_not_compared() =>
        Assert.NotNull(PriorityMetrics.Churn([Ranking("ABC"), Ranking("CBA") with { AimId = book.Id() }]).Insufficient);

    [Fact]
    [Trait("capability", "C125")]
    [Trait("capability", "C126")]
    public void Two_small_moves_are_both_visible_and_add_up_to_a_drift() =>
        Assert.Equal([(1, 1), (1, 2)], PriorityMetrics.Steps([Ranking("ABC"), Ranking("BAC"), Ranking("BCA")]).Select(step => (step.Moved, step.Drift!.Value)));

    [Fact]
    [Trait("capability", "M8")]
    public void Going_back_to_the_first_is_churn_without_drift() =>
        Assert.Equal([(1, 1), (1, 0)], PriorityMetrics.Steps([Ranking("ABC"), Ranking("BAC"), Ranking("ABC")]).Select(step => (step.Moved, step.Drift!.Value)));

    private Measure Churn(params string[] rankings) => PriorityMetrics.Churn([.. rankings.Select(Ranking)]);

    private RankingFact Ranking(string items) => new() { Id = book.Id(), OccurredAt = At(0), Events = [book.Id()], Items = [.. items.Select(item => item.ToString())] };
}
