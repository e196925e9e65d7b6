namespace Journal.Analysis.ChangePoints;

/// <summary>Change points by consensus: many views of the series are segmented, and the answer that agrees best with all others is given.</summary>
/// <remarks>See docs/detectors.md for how well it does and where its limits are.</remarks>
public static class ChangePointDetector
{
    /// <summary>The fewest known samples a change can be looked for in.</summary>
    public const int Fewest = 6;

    /// <summary>Change points of a series with its days.</summary>
    /// <param name="days">The day of each sample, strictly ascending.</param>
    /// <param name="values">As many samples; NaN marks a missing one.</param>
    /// <returns>Changes as positions in the input.</returns>
    /// <exception cref="ArgumentException">Lengths differ, days are not strictly ascending, or a value is infinite.</exception>
    public static ChangePointReport Detect(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values)
    {
        DayOrder.Check(days, values);
        return Detect(values);
    }

    /// <summary>Change points of a series in order of time.</summary>
    /// <param name="values">n samples, oldest first, any unit; NaN marks a missing one and is left out.</param>
    /// <returns>Changes as positions in the input; never more than one for 40 samples beyond twelve.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    /// <remarks>
    /// Cost about 15 segmentations of min(n, 400) blocks plus a few passes over n; memory linear. Above 400 samples changes are first sought
    /// between blocks and then placed exactly. For the exact segmentation of long series use <see cref="MeanShift"/>.
    /// </remarks>
    public static ChangePointReport Detect(ReadOnlySpan<double> values)
    {
        var known = KnownSamples.Of(values);
        if (known.Values.Length < Fewest)
            return new([], known.Values.Length, $"{known.Values.Length} known values are too few to look for a change; {Fewest} are needed.");
        if (known.IsConstant) return new([], known.Values.Length, "All values are equal: nothing changes.");
        var consensus = Consensus.Of(known.Values);
        var changes = ChangeNarrator.Tell(known, consensus);
        return new(changes, known.Values.Length, changes.Count == 0
            ? "No change stands out from the noise in most views of the series."
            : $"{changes.Count} {(changes.Count == 1 ? "change" : "changes")} in {known.Values.Length} known values.");
    }
}
