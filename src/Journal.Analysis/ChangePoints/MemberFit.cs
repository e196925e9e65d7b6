namespace Journal.Analysis.ChangePoints;

/// <summary>What one segmentation leaves of a series as noise.</summary>
internal static class MemberFit
{
    private const double MostInflation = 9;

    /// <summary>How honest the assumed noise was: 1 where the fit leaves no more than that, else the square of the share.</summary>
    /// <remarks>
    /// Left is RSS / (n - parameters), widened by the memory of the residuals, to which a term for the parameters is added, since a fit takes memory away. A segment counts one
    /// parameter where it is flat and two where it is a line, and each change one.
    /// </remarks>
    public static double Honesty(SegmentSums sums, ReadOnlySpan<double> scores, ReadOnlySpan<int> changes, double variance, double slopeCost)
    {
        var (parameters, squares, cross, before) = (changes.Length, 0.0, 0.0, 0.0);
        var n = scores.Length;
        for (var i = 0; i <= changes.Length; i++)
        {
            int from = i == 0 ? 0 : changes[i - 1], to = i == changes.Length ? n : changes[i];
            var (level, slope, middle) = sums.Fit(from, to, variance, slopeCost);
            parameters += slope == 0 ? 1 : 2;
            for (var t = from; t < to; t++)
            {
                var rest = scores[t] - level - slope * (t - middle);
                squares += rest * rest;
                cross += rest * before;
                before = rest;
            }
        }
        if (squares <= 1e-12 || parameters >= n) return 1;
        var memory = Math.Clamp(cross / squares + (double)parameters / n, 0, 0.8);
        var left = squares / (n - parameters) * Math.Min(MostInflation, (1 + memory) / (1 - memory));
        var share = Math.Min(1, variance / left);
        return share * share;
    }
}
