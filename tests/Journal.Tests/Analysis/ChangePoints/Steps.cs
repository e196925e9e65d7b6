namespace Journal.Tests.Analysis.ChangePoints;

/// <summary>Seeded series of levels with noise.</summary>
internal static class Steps
{
    public static double[] Make(int seed, int n, int every, double height, double noise)
    {
        var random = new Random(seed);
        var (values, level) = (new double[n], 0.0);
        for (var t = 0; t < n; t++)
        {
            if (t % every == 0) level = height * random.Next(-2, 3);
            values[t] = level + noise * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2;
        }
        return values;
    }

    public static int[] MeanShifts(double[] values, double penalty)
    {
        var starts = new int[values.Length];
        var changes = new int[Journal.Analysis.ChangePoints.MeanShift.Segment(values, penalty, starts)];
        Journal.Analysis.ChangePoints.MeanShift.Backtrack(starts, values.Length, changes);
        return changes;
    }
}
