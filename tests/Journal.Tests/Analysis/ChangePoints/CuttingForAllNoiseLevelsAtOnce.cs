using Journal.Analysis.ChangePoints;

namespace Journal.Tests.Analysis.ChangePoints;

/// <summary>The search of the consensus against one that tries every segment, for each noise level alone.</summary>
public sealed class CuttingForAllNoiseLevelsAtOnce
{
    private static readonly double[] Variances = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 0.8, 1.2];

    [Fact]
    public void Every_noise_level_has_the_cheapest_segmentation()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var n = 12 + (seed * 7 % 130);
            var values = Standard(Steps.Make(seed, n, 5 + (seed % 40), seed % 4, 1));
            Compare(values, least: 2 + (seed % 4));
        }
    }

    [Fact]
    public void Ordinal_values_and_long_equal_stretches_are_cut_as_cheaply()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            double[] values = [.. Steps.Make(seed, 90, 15, 2, 1).Select(value => Math.Round(value / 2))];
            Compare(Standard(values), least: 2);
        }
    }

    [Fact]
    public void A_search_that_was_used_before_gives_the_same_again()
    {
        var (first, second) = (Standard(Steps.Make(3, 140, 20, 3, 1)), Standard(Steps.Make(4, 90, 30, 3, 1)));
        var partition = New(141, 140, 2);
        Solve(partition, first, 1);
        Solve(partition, second, 1);
        var fresh = New(141, 140, 2);
        Solve(fresh, second, 1);
        Assert.All(Enumerable.Range(0, Variances.Length), lane => Assert.Equal(fresh.Changes(lane, 1), partition.Changes(lane, 1)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Changes_of_a_stride_are_the_cheapest_at_its_multiples(int stride)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            // One more or less than a whole number of strides: the last segment is cut short.
            var values = Standard(Steps.Make(seed, (20 * stride) + (seed % stride), 4 * stride, 3, 1));
            var (penalty, slope) = Prices(values.Length);
            var partition = New((values.Length + stride - 1) / stride + 1, values.Length, 2);
            Solve(partition, values, stride);
            for (var lane = 0; lane < Variances.Length; lane++)
            {
                var (found, variance) = (partition.Changes(lane, stride), Variances[lane]);
                Assert.All(found, change => Assert.Equal(0, change % stride));
                Assert.Equal(Cheapest(values, stride, penalty, Cost(variance, slope)), BruteForce.Cost(values, found, penalty, Cost(variance, slope)), 6);
            }
        }
    }

    [Fact]
    public void Once_cancelled_it_does_not_begin()
    {
        var values = Standard(Steps.Make(1, 60, 20, 3, 1));
        var partition = New(61, 60, 2);
        Assert.Throws<OperationCanceledException>(() => Solve(partition, values, 1, new(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => ChangePointDetector.Detect(Steps.Make(1, 600, 20, 9, 1), new CancellationToken(canceled: true)));
    }

    private static void Compare(double[] values, int least)
    {
        var (penalty, slope) = Prices(values.Length);
        var partition = New(values.Length + 1, values.Length, least);
        Solve(partition, values, 1);
        for (var lane = 0; lane < Variances.Length; lane++)
        {
            var cost = Cost(Variances[lane], slope);
            Assert.Equal(BruteForce.Solve(values, penalty, least, cost).Cost, BruteForce.Cost(values, partition.Changes(lane, 1), penalty, cost), 6);
        }
    }

    private static double Cheapest(double[] values, int stride, double penalty, Func<double[], double> cost)
    {
        var ends = (values.Length + stride - 1) / stride;
        var best = new double[ends + 1];
        best[0] = -penalty;
        for (var end = 1; end <= ends; end++)
        {
            best[end] = double.PositiveInfinity;
            var to = Math.Min(values.Length, end * stride);
            for (var start = 0; start < end; start++)
                if (to - (start * stride) >= 2) best[end] = Math.Min(best[end], best[start] + penalty + cost(values[(start * stride)..to]));
        }

        return best[ends];
    }

    private static FamilyPartition New(int starts, int n, int least)
    {
        var (penalty, slope) = Prices(n);
        return new(starts, Variances, penalty, slope, least);
    }

    private static void Solve(FamilyPartition partition, double[] values, int stride, CancellationToken cancel = default)
    {
        double[] sum = new double[values.Length + 1], weighted = new double[values.Length + 1], squares = new double[values.Length + 1];
        SegmentSums.Fill(values, sum, weighted, squares);
        partition.Solve(new(sum, weighted, squares), values.Length, stride, cancel);
    }

    private static (double Penalty, double Slope) Prices(int n) => (2.5 * Math.Log(n), Math.Log(n));

    private static Func<double[], double> Cost(double variance, double slope) =>
        segment => Math.Min(BruteForce.Flat(segment) / variance, (BruteForce.Line(segment) / variance) + slope);

    private static double[] Standard(double[] values)
    {
        var mean = values.Average();
        var spread = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        return [.. values.Select(value => (value - mean) / (spread > 0 ? spread : 1))];
    }
}
