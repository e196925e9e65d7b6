using Journal.Tests.Analysis.Synthetic;

namespace Journal.Tests.Analysis.Benchmarking;

public sealed class MakingASyntheticSeries
{
    [Fact]
    public void The_same_seed_gives_the_same_series() =>
        Assert.Equal(SyntheticSeries.Make(new(0.1), 7).Values, SyntheticSeries.Make(new(0.1), 7).Values);

    [Fact]
    public void About_a_quarter_and_two_gaps_are_missing()
    {
        var missing = Enumerable.Range(0, 50).Average(seed => SyntheticSeries.Make(new(0.1), seed).Values.Count(double.IsNaN) / 730.0);
        Assert.InRange(missing, 0.25, 0.31);
    }

    [Fact]
    public void Episodes_keep_their_bounds()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var episodes = SyntheticSeries.Make(new(0.1), seed).Episodes;
            Assert.True(episodes.Count(e => e.Durable) <= 1);
            Assert.All(episodes, e =>
            {
                Assert.InRange(e.Peak - e.Onset, 3, 21);
                Assert.InRange(e.Erosion - e.Peak, e.Durable ? 120 : 10, e.Durable ? 200 : 60);
                Assert.InRange(e.Back - e.Erosion, 3, 28);
                Assert.InRange(e.Gain, 0.2, 0.4);
            });
            Assert.All(episodes.Zip(episodes.Skip(1)), pair => Assert.InRange(pair.Second.Onset - pair.First.Back, 25, 70));
        }
    }

    [Fact]
    public void An_ordinal_series_has_only_its_levels() =>
        Assert.All(SyntheticSeries.Make(new(0.1, Levels: 5), 3).Values.Where(double.IsFinite), v => Assert.Equal(v * 4, Math.Round(v * 4), 9));

    [Fact]
    public void A_null_series_has_no_episode() => Assert.Empty(SyntheticSeries.Make(new(0.1, Null: true), 3).Episodes);
}
