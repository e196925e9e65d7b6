using Journal.Tests.Analysis.Scoring;

namespace Journal.Tests.Analysis.Benchmarking;

public sealed class ScoringASegmentation
{
    [Fact]
    public void Equal_segmentations_score_one()
    {
        Assert.Equal(1, SegmentationScore.Cover(20, [[8], [8]], [8]));
        Assert.Equal(1, SegmentationScore.F1(20, [[8], [8]], [8]));
    }

    [Fact]
    public void No_change_covers_each_half_by_a_half() => Assert.Equal(0.5, SegmentationScore.Cover(20, [[10]], []), 12);

    [Fact]
    public void A_change_two_off_covers_by_the_worked_overlap() =>
        // [0,10) best with [0,12): 10/12; [10,20) best with [12,20): 8/10; halves each.
        Assert.Equal(0.5 * 10 / 12 + 0.5 * 8 / 10, SegmentationScore.Cover(20, [[10]], [12]), 12);

    [Fact]
    public void Five_samples_off_still_match_and_six_do_not()
    {
        Assert.Equal(1, SegmentationScore.F1(40, [[20]], [25]));
        // precision 1/2 (only the start), recall 1/2
        Assert.Equal(0.5, SegmentationScore.F1(40, [[20]], [26]));
    }

    [Fact]
    public void Precision_asks_all_annotators_together_and_recall_each_alone()
    {
        // Union {0, 20, 30}: three predictions, all matched. Recall: 2/2 and 2/2.
        Assert.Equal(1, SegmentationScore.F1(40, [[20], [30]], [20, 30]));
        // One prediction fewer: precision 2/2, recall (2/2 + 1/2) / 2.
        Assert.Equal(2 * 0.75 / 1.75, SegmentationScore.F1(40, [[20], [30]], [20]), 12);
    }

    [Fact]
    public void A_prediction_serves_one_true_point_only() => Assert.Equal(2, SegmentationScore.Matches([0, 20, 22], [0, 21]));

    [Fact]
    public void A_tie_takes_the_smaller_prediction() => Assert.Equal(3, SegmentationScore.Matches([0, 20, 24], [0, 18, 22]));

    [Fact]
    public void Predictions_at_the_ends_are_not_counted() => Assert.Equal(1, SegmentationScore.F1(20, [[]], [0, 19, 20, -3]));
}
