using Journal.Analysis.Episodes;
using Journal.Analysis.Warnings;

namespace Journal.Analysis.Cycles;

/// <summary>Finds rises that come back to the baseline, and rises that stay, in a dated series that may be irregular, ordinal, noisy and full of gaps.</summary>
/// <remarks>See docs/detectors.md for the model, the figures reached and the limits.</remarks>
public static class CycleDetector
{
    /// <summary>The fewest known days a search is made in.</summary>
    public const int Fewest = EpisodeFit.Fewest;

    /// <summary>The most days from the first to the last.</summary>
    public const int MostDays = 36_525;

    /// <summary>A rise that stays this many days is durable.</summary>
    public const int DurableDays = 90;

    /// <summary>Cycles and warnings of a series of consecutive days.</summary>
    /// <param name="values">One sample a day, oldest first, any unit; NaN marks a missing one.</param>
    /// <param name="cancel">Looked at for every day that is searched.</param>
    /// <returns>As <see cref="Detect(ReadOnlySpan{DateOnly}, ReadOnlySpan{double}, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentException">A value is infinite, or there are more than <see cref="MostDays"/>.</exception>
    public static CycleReport Detect(ReadOnlySpan<double> values, CancellationToken cancel = default)
    {
        if (values.Length > MostDays) throw new ArgumentException($"There are {values.Length} days; at most {MostDays} can be searched for cycles.", nameof(values));
        var days = new DateOnly[values.Length];
        var first = new DateOnly(2001, 1, 1); // a Monday; only the rhythm of seven days matters
        for (var i = 0; i < days.Length; i++) days[i] = first.AddDays(i);
        return Detect(days, values, cancel);
    }

    /// <summary>Cycles and warnings of a dated series.</summary>
    /// <param name="days">n days, strictly ascending; days without a sample may be left out.</param>
    /// <param name="values">n samples in any unit; NaN marks a missing one.</param>
    /// <param name="cancel">Looked at for every day that is searched.</param>
    /// <returns>Cycles and warnings as positions in the input; none, with the reason, where too little is known.</returns>
    /// <exception cref="ArgumentException">Lengths differ, days are not strictly ascending or span over a hundred years, or a value is infinite.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <remarks>Cost linear in the days, 0.2 to 0.3 ms each; memory about 1 KB a day of at most nine years at a time.</remarks>
    public static CycleReport Detect(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values, CancellationToken cancel = default) => Detect(days, values, new EpisodeWork(cancel));

    internal static CycleReport Detect(ReadOnlySpan<DateOnly> days, ReadOnlySpan<double> values, EpisodeWork work)
    {
        DayOrder.Check(days, values);
        var grid = DailyGrid.Of(days, values);
        var known = grid.Values.Count(double.IsFinite);
        if (known < Fewest) return new([], [], known, double.NaN, $"{known} known days are too few to look for cycles; {Fewest} are needed.");
        if (grid.Values.Where(double.IsFinite).Distinct().Count() == 1) return new([], [], known, 0, "All values are equal: there is no cycle.");

        var (cycles, noise) = (new List<Cycle>(), 0.0);
        foreach (var block in EpisodeBlocks.Of(grid.Values.Length))
        {
            var window = grid.Values[block.Start..block.End];
            if (!EpisodeFit.Can(window)) continue;
            var weekday = (grid.FirstWeekday + block.Start) % 7;
            var fit = EpisodeFit.Of(window, weekday, rounds: 3, work);
            noise = Math.Max(noise, fit.Noise.Sigma);
            cycles.AddRange(CycleReader.Read(fit, grid, block));
        }
        var warnings = ErosionWatch.Days(grid.Values, grid.FirstWeekday, work).ConvertAll(grid.Position);
        return new(cycles, warnings, known, noise, cycles.Count == 0
            ? "No rise stands out from the noise clearly enough to be called a cycle."
            : $"{cycles.Count(c => c.Kind == CycleKind.Temporary)} temporary and {cycles.Count(c => c.Kind == CycleKind.Durable)} durable rises in {known} known days.");
    }
}
