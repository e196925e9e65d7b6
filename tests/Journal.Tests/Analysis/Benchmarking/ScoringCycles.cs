using Journal.Tests.Analysis.Scoring;
using Journal.Tests.Analysis.Synthetic;

namespace Journal.Tests.Analysis.Benchmarking;

public sealed class ScoringCycles
{
    private static readonly Episode Truth = new(Onset: 100, Peak: 110, Erosion: 140, Back: 149, Gain: 0.3, Kept: 0, Durable: false);

    [Fact]
    public void Overlap_counts_both_end_days() => Assert.Equal(0.5, CycleScore.Overlap(0, 9, 5, 9), 12);

    [Fact]
    public void A_cycle_sharing_half_the_days_matches_and_its_dates_are_compared()
    {
        var score = Score([new(104, 138, 150)], []);
        Assert.Equal((1.0, 4.0, 2.0, 1.0), (score.F1, score.OnsetError, score.ErosionError, score.BackError));
    }

    [Fact]
    public void A_cycle_elsewhere_is_missed_once_and_false_once()
    {
        var score = Score([new(200, 220, 240)], []);
        Assert.Equal(0, score.F1);
        Assert.Equal(0.5, score.FalseCyclesPerYear, 12);
    }

    [Fact]
    public void Two_finds_cannot_share_one_truth() => Assert.Equal(2.0 / 3, Score([new(100, 140, 149), new(101, 140, 149)], []).F1, 12);

    [Theory]
    [InlineData(139, 0, 0.5)]
    [InlineData(140, 1, 0)]
    [InlineData(163, 1, 0)]
    [InlineData(164, 0, 0.5)]
    public void A_warning_counts_from_erosion_to_a_fortnight_after_the_way_back(int day, double warned, double falseAlarms)
    {
        var score = Score([], [day]);
        Assert.Equal((warned, falseAlarms), (score.Warned, score.FalseAlarmsPerYear));
    }

    [Fact]
    public void The_first_warning_in_time_gives_the_delay() => Assert.Equal(4, Score([], [130, 144, 150]).WarningDelay);

    private static CycleScore Score(FoundCycle[] found, int[] warnings)
    {
        var score = new CycleScore();
        score.Add(730, [Truth], found, warnings);
        return score;
    }
}
