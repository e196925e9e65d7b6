namespace Journal.Analysis.ChangePoints;

/// <summary>Says of each chosen change what it changed and how many views agree.</summary>
internal static class ChangeNarrator
{
    public static List<ChangePoint> Tell(KnownSamples known, Consensus consensus)
    {
        var told = new List<ChangePoint>(consensus.Changes.Length);
        int[] bounds = [0, .. consensus.Changes, known.Values.Length];
        for (var i = 1; i + 1 < bounds.Length; i++)
        {
            var before = SegmentLine.Fit(known.Values.AsSpan(bounds[i - 1]..bounds[i]));
            var after = SegmentLine.Fit(known.Values.AsSpan(bounds[i]..bounds[i + 1]));
            var agreeing = consensus.Members.Count(m => Array.Exists(m, t => Math.Abs(t - bounds[i]) <= Consensus.Margin));
            told.Add(new(known.Positions[bounds[i]], (double)agreeing / consensus.Members.Length, before.Last, after.First, before.Slope, after.Slope,
                Reason(before, after, agreeing, consensus.Members.Length)));
        }
        return told;
    }

    private static string Reason(SegmentLine before, SegmentLine after, int agreeing, int all)
    {
        var step = Math.Abs(after.First - before.Last);
        var noise = Math.Max(before.Noise, after.Noise);
        var turn = Math.Abs(after.Slope - before.Slope) * Math.Min(before.Length, after.Length);
        var what = step >= turn || step > 2 * noise
            ? $"the level {(after.First > before.Last ? "rises" : "falls")} {FromTo(before.Last, after.First)}{Against(step, noise)}"
            : $"the trend turns {FromTo(before.Slope, after.Slope)} per sample";
        return $"Here {what}; {agreeing} of {all} views of the series agree.";
    }

    private static string Against(double step, double noise) =>
        noise > 0 ? $", {Written.Number(step / noise, 1)} times the noise around it" : "";

    private static string FromTo(double from, double to) => Written.Pair(from, to) is var (before, after) ? $"from {before} to {after}" : "";
}
