namespace Journal.Tests.Analysis.ChangePoints;

/// <summary>Optimal partitioning by trying every last segment, with costs computed from scratch: the oracle for the pruned searches.</summary>
internal static class BruteForce
{
    public static (double Cost, int[] Changes) Solve(double[] values, double penalty, int least, Func<double[], double> cost)
    {
        var n = values.Length;
        var best = new double[n + 1];
        var last = new int[n + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        for (var end = least; end <= n; end++)
            for (var start = 0; start <= end - least; start++)
            {
                var total = best[start] + penalty + cost(values[start..end]);
                if (total < best[end]) (best[end], last[end]) = (total, start);
            }
        var changes = new List<int>();
        for (var end = last[n]; end > 0; end = last[end]) changes.Insert(0, end);
        return (best[n], [.. changes]);
    }

    public static double Cost(double[] values, int[] changes, double penalty, Func<double[], double> cost)
    {
        int[] bounds = [0, .. changes, values.Length];
        return penalty * changes.Length + Enumerable.Range(1, bounds.Length - 1).Sum(i => cost(values[bounds[i - 1]..bounds[i]]));
    }

    public static double Flat(double[] segment)
    {
        var mean = segment.Average();
        return segment.Sum(v => (v - mean) * (v - mean));
    }

    public static double Line(double[] segment)
    {
        double n = segment.Length, middle = (n - 1) / 2, mean = segment.Average();
        if (n < 3) return 0;
        var slope = segment.Select((v, i) => (i - middle) * (v - mean)).Sum() / (n * (n * n - 1) / 12);
        return segment.Select((v, i) => Math.Pow(v - mean - slope * (i - middle), 2)).Sum();
    }
}
