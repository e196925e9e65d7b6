using Journal.Tests.Analysis.Synthetic;

namespace Journal.Tests.Analysis.Scoring;

/// <summary>A cycle as a detector reports it, in days from the start of the series.</summary>
internal readonly record struct FoundCycle(int Onset, int Erosion, int Back);

/// <summary>Counts over many series: cycles matched one to one at IoU of [onset, back] of at least one half, dates' errors, warnings.</summary>
internal sealed class CycleScore
{
    private readonly List<double> onset = [], erosion = [], back = [], delays = [];
    private int truths, founds, matched, falls, warned, falseAlarms, days;

    public double F1 => truths + founds == 0 ? 1 : 2.0 * matched / (truths + founds);
    public double Recall => truths == 0 ? 1 : (double)matched / truths;
    public double Precision => founds == 0 ? 1 : (double)matched / founds;
    public double OnsetError => Median(onset);
    public double ErosionError => Median(erosion);
    public double BackError => Median(back);
    public double FalseCyclesPerYear => (founds - matched) * 365.0 / days;
    public double Warned => falls == 0 ? 1 : (double)warned / falls;
    public double FalseAlarmsPerYear => falseAlarms * 365.0 / days;
    public double WarningDelay => Median(delays);

    /// <summary>Adds one series: its true episodes, the cycles found, and the days of its warnings. Durable episodes are no cycles, but their falls may be warned of.</summary>
    public void Add(int length, IReadOnlyList<Episode> episodes, IReadOnlyList<FoundCycle> found, IReadOnlyList<int> warnings)
    {
        Episode[] truth = [.. episodes.Where(e => !e.Durable)];
        days += length;
        truths += truth.Length;
        founds += found.Count;
        foreach (var (t, f) in Pairs(truth, found))
        {
            matched++;
            onset.Add(Math.Abs(truth[t].Onset - found[f].Onset));
            erosion.Add(Math.Abs(truth[t].Erosion - found[f].Erosion));
            back.Add(Math.Abs(truth[t].Back - found[f].Back));
        }
        AddWarnings([.. episodes.Where(e => e.Back > e.Erosion)], warnings);
    }

    /// <summary>Shared days over all days of two closed intervals.</summary>
    public static double Overlap(int from1, int to1, int from2, int to2)
    {
        var both = Math.Min(to1, to2) - Math.Max(from1, from2) + 1;
        return both <= 0 ? 0 : (double)both / (to1 - from1 + 1 + to2 - from2 + 1 - both);
    }

    private static List<(int Truth, int Found)> Pairs(Episode[] truth, IReadOnlyList<FoundCycle> found)
    {
        var all = from t in Enumerable.Range(0, truth.Length)
                  from f in Enumerable.Range(0, found.Count)
                  let overlap = Overlap(truth[t].Onset, truth[t].Back, found[f].Onset, found[f].Back)
                  where overlap >= 0.5
                  orderby overlap descending, t, f
                  select (t, f);
        var pairs = new List<(int Truth, int Found)>();
        foreach (var (t, f) in all)
            if (!pairs.Exists(p => p.Truth == t || p.Found == f)) pairs.Add((t, f));
        return pairs;
    }

    private void AddWarnings(Episode[] truth, IReadOnlyList<int> warnings)
    {
        falls += truth.Length;
        falseAlarms += warnings.Count(w => !truth.Any(e => Counts(e, w)));
        foreach (var e in truth)
        {
            var first = warnings.Where(w => Counts(e, w)).DefaultIfEmpty(-1).Min();
            if (first < 0) continue;
            warned++;
            delays.Add(first - e.Erosion);
        }
    }

    private static bool Counts(Episode e, int warning) => warning >= e.Erosion && warning <= e.Back + 14;

    private static double Median(List<double> values)
    {
        if (values.Count == 0) return double.NaN;
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
