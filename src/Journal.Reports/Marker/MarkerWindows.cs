using Journal.Reports.Metrics;
using Journal.Reports.Weeks;

namespace Journal.Reports.Marker;

/// <summary>The windows of the marker, ending with the last whole week, and the one before them that each is held against.</summary>
internal sealed record MarkerWindows(Period Baseline, IReadOnlyList<Period> Windows)
{
    public static readonly WholeRule WeeksEach = new("markerWeeks", 4, 2, 26, "Weeks of a window of the joint marker.");
    public static readonly WholeRule InARow = new("markerWindows", 3, 1, 12, "Windows in a row over which the joint marker must hold.");

    public Period Whole => new(Windows[0].First, Windows[^1].Last);

    public static MarkerWindows Of(ReportView view)
    {
        var rules = view;
        var last = IsoWeek.Of(view.Last.AddDays(1)).Monday.AddDays(-1);
        var days = 7 * rules[WeeksEach];
        return new(At(rules[InARow]), [.. Enumerable.Range(0, rules[InARow]).Select(i => At(rules[InARow] - 1 - i))]);

        Period At(int back) => new(last.AddDays(1 - (days * (back + 1))), last.AddDays(-days * back));
    }

    /// <summary>Works a metric out in the baseline and every window, and adds each as a figure.</summary>
    public Across Measure(string name, string label, string unit, Func<Period, Measure> metric, ReportBuilder builder)
    {
        var across = new Across(metric(Baseline), [.. Windows.Select(metric)]);
        foreach (var (period, measure) in Windows.Prepend(Baseline).Zip(across.Windows.Prepend(across.Baseline)))
        {
            builder.Add(name, label, unit, measure, null, period.First, period.Last);
        }

        return across;
    }
}

/// <summary>A metric in the baseline and in each window after it.</summary>
internal sealed record Across(Measure Baseline, IReadOnlyList<Measure> Windows)
{
    public int N => Windows.Sum(window => window.N);

    public IEnumerable<Guid> Events => Windows.Prepend(Baseline).SelectMany(window => window.Events);

    /// <summary>As in <c>2 -> -1, -1, -2</c>.</summary>
    public string Sentence => $"{Of(Baseline)} -> {string.Join(", ", Windows.Select(Of))}";

    /// <summary>Whether something holds of every window; null where it holds of those that are known but not all are.</summary>
    public bool? Every(Func<double, bool?> holds) => All([.. Windows.Select(window => window.Value is { } value ? holds(value) : null)]);

    /// <summary>The same against the baseline.</summary>
    public bool? Every(Func<double, double, bool> holds) => Every(value => Baseline.Value is { } before ? holds(before, value) : null);

    /// <summary>False where one is, else null where one is not known.</summary>
    public static bool? All(IReadOnlyCollection<bool?> all) => all.Contains(false) ? false : all.Contains(null) ? null : true;

    private static string Of(Measure measure) => measure.Value is { } value ? Text.Number(value) : "unknown";
}
