namespace Journal.Analysis.ChangePoints;

/// <summary>How alike two segmentations of the same series are.</summary>
internal static class Agreement
{
    /// <summary>Mean of covering both ways plus the harmonic mean of matched changes; 2 for equal ones.</summary>
    /// <param name="n">Samples in the series.</param>
    /// <param name="a">Changes, ascending, without 0 and n.</param>
    /// <param name="b">Changes, ascending, without 0 and n.</param>
    /// <param name="margin">How far apart two changes may lie and still be the same.</param>
    public static double Of(int n, ReadOnlySpan<int> a, ReadOnlySpan<int> b, int margin) =>
        0.5 * (Cover(n, a, b) + Cover(n, b, a)) + Matched(a, b, margin);

    private static double Matched(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int margin)
    {
        var both = 1; // the start of the series belongs to each
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (Math.Abs(a[i] - b[j]) <= margin) (both, i, j) = (both + 1, i + 1, j + 1);
            else if (a[i] < b[j]) i++;
            else j++;
        }
        return 2.0 * both / (a.Length + b.Length + 2);
    }

    private static double Cover(int n, ReadOnlySpan<int> truth, ReadOnlySpan<int> found)
    {
        var sum = 0.0;
        var first = 0;
        for (var i = 0; i <= truth.Length; i++)
        {
            int from = i == 0 ? 0 : truth[i - 1], to = i == truth.Length ? n : truth[i];
            while (first < found.Length && found[first] <= from) first++;
            sum += (to - from) * BestOverlap(n, from, to, found, first);
        }
        return sum / n;
    }

    private static double BestOverlap(int n, int from, int to, ReadOnlySpan<int> found, int first)
    {
        var best = 0.0;
        for (var j = first; j <= found.Length; j++)
        {
            int start = j == 0 ? 0 : found[j - 1], end = j == found.Length ? n : found[j];
            if (start >= to) break;
            var both = Math.Min(to, end) - Math.Max(from, start);
            best = Math.Max(best, (double)both / (Math.Max(to, end) - Math.Min(from, start)));
        }
        return best;
    }
}
