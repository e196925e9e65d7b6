using System.Globalization;

namespace Journal.Analysis.ChangePoints;

/// <summary>Change points by consensus: many views of the series are segmented, and the answer that agrees best with all others is given.</summary>
/// <remarks>See docs/detectors.md for how well it does and where its limits are.</remarks>
public static class ChangePointDetector
{
    /// <summary>The fewest known samples a change can be looked for in.</summary>
    public const int Fewest = 6;

    /// <summary>A change is told once so many samples lie behind it; what is shorter is an outlier.</summary>
    public const int Behind = 3;

    /// <summary>What a segmentation must weigh to be believed where one change of level alone explains too little.</summary>
    private const double Honest = 0.9;

    /// <summary>The fewest known days of a week that a weekly reading uses.</summary>
    public const int DaysOfAWeek = 4;

    /// <summary>Change points of a series with its days.</summary>
    /// <param name="days">The day of each sample, strictly ascending.</param>
    /// <param name="values">As many samples; NaN marks a missing one.</param>
    /// <param name="cancel">Looked at for every place that a change is tried at.</param>
    /// <returns>Changes as positions in the input.</returns>
    /// <exception cref="ArgumentException">Lengths differ, days are not strictly ascending, or a value is infinite.</exception>
    public static ChangePointReport Detect(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values, CancellationToken cancel = default)
    {
        DayOrder.Check(days, values);
        return Detect(values, cancel);
    }

    /// <summary>Change points of daily ratings, read as means of weeks (Monday to Sunday) with at least four known days: the days of a week are little more than one rating.</summary>
    /// <param name="days">The day of each sample, strictly ascending.</param>
    /// <param name="values">As many samples; NaN marks a missing one.</param>
    /// <param name="cancel">Looked at for every place that a change is tried at.</param>
    /// <returns>Changes as positions in the input: the first sample of the week.</returns>
    /// <exception cref="ArgumentException">As for <see cref="Detect(ReadOnlySpan{DateOnly}, ReadOnlySpan{double}, CancellationToken)"/>.</exception>
    public static ChangePointReport DetectByWeek(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values, CancellationToken cancel = default)
    {
        DayOrder.Check(days, values);
        List<double> means = [];
        List<int> firsts = [];
        for (int from = 0, next; from < days.Length; from = next)
        {
            var (week, mean, known) = (Week(days[from]), 0.0, 0);
            for (next = from; next < days.Length && Week(days[next]) == week; next++)
                if (!double.IsNaN(values[next])) mean += (values[next] - mean) / ++known;
            if (known < DaysOfAWeek) continue;
            means.Add(mean);
            firsts.Add(from);
        }
        var report = Detect([.. means], cancel);
        return report with { Changes = [.. report.Changes.Select(change => change with { Index = firsts[change.Index] })], Summary = $"By weeks of at least {DaysOfAWeek} days: {report.Summary}" };

        // Day 0 of the calendar is a Monday.
        static int Week(DateOnly day) => day.DayNumber / 7;
    }

    /// <summary>Change points of a series in order of time.</summary>
    /// <param name="values">n samples, oldest first, any unit; NaN marks a missing one and is left out.</param>
    /// <param name="cancel">Looked at for every place that a change is tried at.</param>
    /// <returns>Changes as positions in the input; never more than one for 40 samples beyond twelve.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    /// <remarks>
    /// First it is asked whether anything changed at all (<see cref="OneChange"/>); only then the consensus is. Where most views see none, a single step that is beyond doubt is told
    /// all the same. Cost three segmentations, each under eight ideas of the noise
    /// at once, of up to 2,500 places; memory linear. In longer series every second, third ... place is tried first, and then all beside those found.
    /// </remarks>
    public static ChangePointReport Detect(ReadOnlySpan<double> values, CancellationToken cancel = default)
    {
        var known = KnownSamples.Of(values);
        if (known.Values.Length < Fewest)
            return new([], known.Values.Length, $"{known.Values.Length} known values are too few to look for a change; {Fewest} are needed.");
        if (known.IsConstant) return new([], known.Values.Length, "All values are equal: nothing changes.");
        var first = OneChange.Of(known.Values);
        var consensus = first.Changed || first.WithoutMemory > OneChange.Limit ? Consensus.Of(known.Values, cancel) : null;
        // Where many changes, or a turn of the trend, look like memory to a test of one change of level, a segmentation may still leave only the noise it assumed.
        if (consensus is null || (!first.Changed && consensus.Weight < Honest))
            return new([], known.Values.Length, string.Create(CultureInfo.InvariantCulture, $"Nothing changed as far as can be told: the best single split has F {first.F:0.0}, and {OneChange.Limit} is exceeded by chance in one series of twenty."));
        consensus = consensus with { Changes = Told(consensus.Changes, known.Values.Length) };
        // A line through everything costs less than a change, so that most views call a weak step a trend; the first question knows better where the split leaves less than the line.
        if (consensus.Changes.Length == 0 && first.IsStep) consensus = consensus with { Changes = [first.Index] };
        var changes = ChangeNarrator.Tell(known, consensus);
        return new(changes, known.Values.Length, changes.Count == 0
            ? "No change stands out from the noise in most views of the series."
            : $"{changes.Count} {(changes.Count == 1 ? "change" : "changes")} in {known.Values.Length} known values.");
    }

    // What is shorter than a change needs behind it is no segment: a value or two alone are outliers, and not two changes.
    private static int[] Told(int[] changes, int n)
    {
        var told = changes.ToList();
        for (var i = 0; i < told.Count;)
        {
            var end = i + 1 < told.Count ? told[i + 1] : n;
            if (end - told[i] >= Behind) i++;
            else if (i + 1 < told.Count) told.RemoveRange(i, 2);
            else told.RemoveAt(i);
        }
        return [.. told];
    }
}
