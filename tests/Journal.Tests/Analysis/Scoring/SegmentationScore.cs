namespace Journal.Tests.Analysis.Scoring;

/// <summary>How well change points agree with those of several annotators: covering and F1.</summary>
/// <remarks>Source: van den Burg and Williams, An Evaluation of Change Point Detection Algorithms (2020), section 5.</remarks>
internal static class SegmentationScore
{
    private const int Margin = 5;

    /// <summary>Mean over annotators of the length-weighted best Jaccard index of each true segment, 0 to 1.</summary>
    public static double Cover(int n, int[][] annotations, int[] predicted)
    {
        var found = Bounds(n, Clean(n, predicted));
        var sum = 0.0;
        foreach (var annotation in annotations)
            sum += CoverOne(n, Bounds(n, Clean(n, annotation)), found);
        return sum / annotations.Length;
    }

    /// <summary>Harmonic mean of precision against the union of all annotators and mean recall over them, 0 to 1.</summary>
    public static double F1(int n, int[][] annotations, int[] predicted)
    {
        int[] found = [0, .. Clean(n, predicted)];
        var union = annotations.SelectMany(a => a).Append(0).Distinct().Order().ToArray();
        var precision = (double)Matches(union, found) / found.Length;
        var recall = annotations.Average(a =>
        {
            var own = a.Append(0).Distinct().Order().ToArray();
            return (double)Matches(own, found) / own.Length;
        });
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /// <summary>How many true points find a prediction of their own within the margin; the nearest, the smaller in a tie.</summary>
    public static int Matches(int[] truth, int[] predicted)
    {
        var free = predicted.Order().ToList();
        var matched = 0;
        foreach (var t in truth.Order())
        {
            var near = free.Where(x => Math.Abs(t - x) <= Margin).OrderBy(x => Math.Abs(t - x)).ThenBy(x => x).ToList();
            if (near.Count == 0) continue;
            free.Remove(near[0]);
            matched++;
        }
        return matched;
    }

    private static int[] Clean(int n, int[] points) => points.Where(t => t >= 1 && t < n - 1).Distinct().Order().ToArray();

    private static int[] Bounds(int n, int[] points) => [0, .. points, n];

    private static double CoverOne(int n, int[] truth, int[] found)
    {
        var sum = 0.0;
        for (var i = 0; i + 1 < truth.Length; i++)
        {
            var best = 0.0;
            for (var j = 0; j + 1 < found.Length; j++)
            {
                var both = Math.Min(truth[i + 1], found[j + 1]) - Math.Max(truth[i], found[j]);
                if (both <= 0) continue;
                var either = truth[i + 1] - truth[i] + found[j + 1] - found[j] - both;
                best = Math.Max(best, (double)both / either);
            }
            sum += (truth[i + 1] - truth[i]) * best;
        }
        return sum / n;
    }
}
